#include "base/pack.h"

#include <string.h>

#include "base/map.h"

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

/* The lowest byte first. */
static void pack_word(ja_buffer *out, uint64_t word)
{
    unsigned char bytes[sizeof word];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(word >> 8 * i);
    ja_buffer_add(out, bytes, sizeof bytes);
}

static uint64_t word_at(const char *bytes)
{
    uint64_t word = 0;
    for (size_t i = 0; i < sizeof word; i++)
        word |= (uint64_t)(unsigned char)bytes[i] << 8 * i;
    return word;
}

void ja_pack_double(ja_buffer *out, double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    pack_word(out, bits);
}

void ja_pack_hash(ja_buffer *out)
{
    pack_word(out, ja_hash_stable(0, (ja_slice){out->at, out->length}));
}

bool ja_unpack_hash(ja_slice *packed)
{
    if (packed->length < sizeof(uint64_t))
        return false;
    packed->length -= sizeof(uint64_t);
    return word_at(packed->at + packed->length) == ja_hash_stable(0, *packed);
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
    double number;
    if ((size_t)(reader->end - reader->at) < sizeof(uint64_t))
        return (double)ja_unpack_fault(reader);
    uint64_t bits = word_at(reader->at);
    reader->at += sizeof bits;
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
