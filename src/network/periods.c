/* Stretches of the calendar, and which of them a network's evidence is from. */
#include "network/network.h"

#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/error.h"

static const char *const NAMES[JACCUSE_EVERY_COUNT] = {
    [JACCUSE_DAY] = "day",         [JACCUSE_WEEK] = "week", [JACCUSE_MONTH] = "month",
    [JACCUSE_QUARTER] = "quarter", [JACCUSE_YEAR] = "year",
};

const char *jaccuse_every_name(jaccuse_every every)
{
    return (size_t)every < JACCUSE_EVERY_COUNT ? NAMES[every] : NULL;
}

jaccuse_every jaccuse_every_from_name(const char *name)
{
    return (jaccuse_every)ja_index_of(NAMES, JACCUSE_EVERY_COUNT, ja_slice_of(name));
}

enum { YEAR = 4, MONTH = 7, DAY = 10 }; /* lengths of YYYY, YYYY-MM, YYYY-MM-DD */

/* Copies as much of a date as it says, up to the day; the length, 0 where it is no date. */
static size_t cut_date(const char *date, char *out)
{
    size_t length = strlen(date);
    length = length > DAY ? DAY : length; /* a time of day may follow */
    memcpy(out, date, length);
    out[length] = '\0';
    return ja_is_date(out) ? length : 0;
}

static void set_all(jaccuse_period *period, const char *date, size_t length)
{
    snprintf(period->name, sizeof period->name, "%.*s", (int)length, date);
    snprintf(period->since, sizeof period->since, "%.*s", (int)length, date);
    snprintf(period->until, sizeof period->until, "%.*s", (int)length, date);
}

/* ISO 8601: a week is of the year that its Thursday is in, and the first of it has the first
 * Thursday. */
static void set_week(jaccuse_period *period, const char *date)
{
    char thursday[JA_DAY_ROOM], first[JA_DAY_ROOM];
    int monday = ja_day_monday(ja_day_number(date));
    ja_day_print(monday + 3, thursday);
    snprintf(first, sizeof first, "%.4s-01-01", thursday);
    int week = (monday + 3 - ja_day_number(first)) / 7 + 1;
    snprintf(period->name, sizeof period->name, "%.4s-W%02u", thursday, (unsigned)week % 100);
    ja_day_print(monday, period->since);
    ja_day_print(monday + 6, period->until);
}

static void set_quarter(jaccuse_period *period, const char *date)
{
    unsigned month = (unsigned)(date[5] - '0') * 10 + (unsigned)(date[6] - '0');
    unsigned quarter = (month - 1) / 3 % 4;
    snprintf(period->name, sizeof period->name, "%.4s-Q%u", date, quarter + 1);
    snprintf(period->since, sizeof period->since, "%.4s-%02u", date, 3 * quarter + 1);
    snprintf(period->until, sizeof period->until, "%.4s-%02u", date, 3 * quarter + 3);
}

/* The period that a date is in; false: it is not known as exactly. */
static bool find_period(const char *article_date, jaccuse_every every, jaccuse_period *out)
{
    static const size_t NEEDED[JACCUSE_EVERY_COUNT] = {
        [JACCUSE_DAY] = DAY,       [JACCUSE_WEEK] = DAY,  [JACCUSE_MONTH] = MONTH,
        [JACCUSE_QUARTER] = MONTH, [JACCUSE_YEAR] = YEAR,
    };
    char date[DAY + 1];
    if (!article_date || cut_date(article_date, date) < NEEDED[every])
        return false;
    if (every == JACCUSE_WEEK)
        set_week(out, date);
    else if (every == JACCUSE_QUARTER)
        set_quarter(out, date);
    else
        set_all(out, date, NEEDED[every]);
    return true;
}

typedef struct ja_question {
    jaccuse_network *network;
    jaccuse_every every;
} ja_question;

static void list_periods(void *context)
{
    const ja_question *question = context;
    jaccuse_network *network = question->network;
    ja_load_timeline(network);
    const ja_timeline *timeline = network->timeline;
    jaccuse_period *list = JA_NEW(&network->arena, jaccuse_period), next;
    size_t count = 0, capacity = 1;
    for (size_t i = 0; i < timeline->count; i++)
        if (find_period(timeline->moments[i].evidence->date, question->every, &next) &&
            (count == 0 || strcmp(list[count - 1].name, next.name) != 0))
            JA_PUSH(&network->arena, list, count, capacity, next);
    network->period_counts[question->every] = count;
    network->periods[question->every] = list;
}

jaccuse_status jaccuse_network_periods(jaccuse_network *network, jaccuse_every every,
                                       const jaccuse_period **out, size_t *count,
                                       jaccuse_error *error)
{
    *out = NULL;
    *count = 0;
    if (!network->finished || (size_t)every >= JACCUSE_EVERY_COUNT)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "%s",
                       network->finished ? "there is no such period"
                                         : "the network is not finished");
    ja_question question = {network, every};
    if (!network->periods[every]) {
        jaccuse_status status = jaccuse_network_evidence(network, JACCUSE_NONE, error);
        if (status == JACCUSE_OK)
            status = ja_network_run(network, list_periods, &question, error);
        if (status != JACCUSE_OK)
            return status;
    }
    *out = network->periods[every];
    *count = network->period_counts[every];
    return JACCUSE_OK;
}
