/* Memory for build-time programs: when it is out, the program ends with a message. */
#ifndef JA_MEMORY_H
#define JA_MEMORY_H

#include <stddef.h>

/* Zeroed. */
void *ja_must_alloc(size_t count, size_t size);
void *ja_must_realloc(void *memory, size_t count, size_t size);

#endif
