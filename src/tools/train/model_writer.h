/* Putting the sections of a model into one file, as ja_model_open reads it. */
#ifndef JA_MODEL_WRITER_H
#define JA_MODEL_WRITER_H

#include "language/model.h"

/* `out` is emptied first. out->failed tells that memory is out. */
void ja_model_write(const ja_buffer section[JA_SECTIONS], const char *language, ja_buffer *out);

#endif
