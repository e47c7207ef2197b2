#include "tools/train/model_writer.h"

#include <string.h>

void ja_model_write(const ja_buffer section[JA_SECTIONS], const char *language, ja_buffer *out)
{
    static const char padding[8];
    ja_model_header header = {
        .magic = "jaccuse model", .format = JA_MODEL_FORMAT, .features = JA_MODEL_FEATURES};
    strncpy(header.language, language, sizeof header.language - 1);
    out->length = 0;
    ja_buffer_add(out, &header, sizeof header);
    for (unsigned i = 0; i < JA_SECTIONS; i++) {
        header.size[i] = (uint32_t)section[i].length;
        ja_buffer_add(out, section[i].at, section[i].length);
        ja_buffer_add(out, padding, (8 - section[i].length % 8) % 8);
    }
    if (out->failed)
        return;
    memcpy(out->at, &header, sizeof header);
    header.checksum = ja_model_checksum((ja_slice){out->at, out->length});
    memcpy(out->at, &header, sizeof header);
}
