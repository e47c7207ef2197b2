/* Which articles the options let in. */
#include "network/network.h"

#include <string.h>

bool ja_is_date(const char *text)
{
    char day[] = "0000-01-01"; /* the first day of the year or month that is given */
    size_t length = strlen(text);
    if (length != 4 && length != 7 && length != 10)
        return false;
    memcpy(day, text, length);
    return ja_is_day(ja_slice_of(day));
}

/* Only as much of the date is compared as the bound says: "2021" ends with its last day. */
static bool admits_date(const jaccuse_network_options *options, const char *date)
{
    const char *since = options->since, *until = options->until;
    if (!since && !until)
        return true;
    if (!date)
        return false;
    return (!since || strncmp(date, since, strlen(since)) >= 0) &&
           (!until || strncmp(date, until, strlen(until)) <= 0);
}

static bool admits_word(jaccuse_network *network, ja_slice wanted, const char *text)
{
    if (!wanted.at)
        return true;
    return text && ja_equal(ja_spelling(network, text)->folded, wanted);
}

bool ja_admits(jaccuse_network *network, const jaccuse_record *record)
{
    return admits_date(&network->options, record->date) &&
           admits_word(network, network->language, record->language) &&
           admits_word(network, network->outlet, record->outlet);
}
