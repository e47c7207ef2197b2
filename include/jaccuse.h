/* jaccuse: who accuses whom, of what, and who denies it, read off news articles.
 *
 * This is the one header to include. The way through the library:
 *
 *     bytes -> jaccuse_input    articles, or claims read earlier     jaccuse/article.h
 *           -> jaccuse_extract  the claims of one article            jaccuse/claim.h
 *           -> jaccuse_network  the claims of many, merged           jaccuse/network.h
 *           -> jaccuse_export, jaccuse_map   files and pictures      jaccuse/output.h
 *
 * A case file keeps the claims of many runs:  jaccuse/case.h
 * How right claims are tells jaccuse_score, from gold that people made:  jaccuse/score.h
 *
 * Conventions that hold everywhere:
 *  - Strings are UTF-8 and end in NUL. Offsets are bytes into the article's text, half open.
 *  - A pointer-to-pointer `out` is the first parameter; what comes out there the caller frees
 *    with the function named beside it. A returned pointer belongs to the object it came from.
 *  - What can fail returns a jaccuse_status and fills the jaccuse_error passed last
 *    (NULL: not wanted). The library never exits, aborts or prints.
 *  - Objects are not shared between threads without a lock; different objects may be used by
 *    different threads, but for networks: igraph is not thread-safe, so all of one process's
 *    network calls belong on one thread.
 */
#ifndef JACCUSE_H
#define JACCUSE_H

#include "jaccuse/article.h"
#include "jaccuse/case.h"
#include "jaccuse/claim.h"
#include "jaccuse/language.h"
#include "jaccuse/network.h"
#include "jaccuse/output.h"
#include "jaccuse/score.h"
#include "jaccuse/status.h"

#define JACCUSE_VERSION "0.1.0"

#endif
