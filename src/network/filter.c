/* Which articles the options let in. */
#include "network/network.h"

#include <string.h>

/* Reads `digits` digits; false: it is something else. */
static bool read_number(const char *text, size_t digits, unsigned *out)
{
    *out = 0;
    for (size_t i = 0; i < digits; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *out = *out * 10 + (unsigned)(text[i] - '0');
    }
    return true;
}

static unsigned month_length(unsigned year, unsigned month)
{
    if (month == 2)
        return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool ja_is_date(const char *text)
{
    unsigned year, month, day;
    size_t length = strlen(text);
    if (length < 4 || !read_number(text, 4, &year))
        return false;
    if (length == 4)
        return true;
    if (length < 7 || text[4] != '-' || !read_number(text + 5, 2, &month) || month < 1 ||
        month > 12)
        return false;
    if (length == 7)
        return true;
    return length == 10 && text[7] == '-' && read_number(text + 8, 2, &day) && day >= 1 &&
           day <= month_length(year, month);
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
