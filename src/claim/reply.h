/* What the accused sets against an accusation, without negating it. */
#ifndef JA_REPLY_H
#define JA_REPLY_H

#include "claim/reading.h"

/* Adds the denials; accusations are weighed, denials read, and nothing is linked yet. */
void ja_read_replies(ja_reading *reading);

#endif
