#include "base/pack.h"

#include <string.h>

void ja_pack_number(ja_buffer *out, uint64_t number)
{
    unsigned char bytes[10];
    size_t count = 0;
    for (; number >= 0x80; number >>= 7)
        bytes[count++] = (unsigned char)(number | 0x80);
    bytes[count++] = (unsigned char)number;
    ja_buffer_add(out, bytes, count);
}

void ja_pack_string(ja_buffer *out, const char *string)
{
    size_t length = string ? strlen(string) : 0;
    ja_pack_number(out, string ? length + 1 : 0);
    if (string)
        ja_buffer_add(out, string, length + 1);
}

void ja_pack_double(ja_buffer *out, double number)
{
    uint64_t bits;
    unsigned char bytes[sizeof bits];
    memcpy(&bits, &number, sizeof bits);
    for (size_t i = 0; i < sizeof bits; i++)
        bytes[i] = (unsigned char)(bits >> 8 * i);
    ja_buffer_add(out, bytes, sizeof bytes);
}

size_t ja_unpack_fault(ja_unpacker *reader)
{
    reader->damaged = true;
    reader->at = reader->end;
    return 0;
}

uint64_t ja_unpack_number(ja_unpacker *reader)
{
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && reader->at < reader->end; shift += 7) {
        uint64_t byte = (unsigned char)*reader->at++;
        number |= (byte & 0x7F) << shift;
        if (byte < 0x80)
            return number;
    }
    return ja_unpack_fault(reader);
}

size_t ja_unpack_below(ja_unpacker *reader, size_t limit)
{
    uint64_t number = ja_unpack_number(reader);
    return number < limit ? (size_t)number : ja_unpack_fault(reader);
}

size_t ja_unpack_count(ja_unpacker *reader, size_t least)
{
    return ja_unpack_below(reader, (size_t)(reader->end - reader->at) / least + 1);
}

double ja_unpack_double(ja_unpacker *reader)
{
    uint64_t bits = 0;
    double number;
    if ((size_t)(reader->end - reader->at) < sizeof bits)
        return (double)ja_unpack_fault(reader);
    for (size_t i = 0; i < sizeof bits; i++)
        bits |= (uint64_t)(unsigned char)*reader->at++ << 8 * i;
    memcpy(&number, &bits, sizeof number);
    return number;
}

const char *ja_unpack_string(ja_unpacker *reader)
{
    size_t length = ja_unpack_count(reader, 1);
    const char *string = reader->at;
    if (length == 0)
        return NULL;
    if ((size_t)(reader->end - string) < length ||
        memchr(string, '\0', length) != string + length - 1) {
        ja_unpack_fault(reader);
        return NULL;
    }
    reader->at += length;
    return string;
}
