/* The scale of a timeline. Time runs evenly but for two things: a day takes the room that its
 * events need, and a long time without events is cut short, which the axis shows. */
#include <limits.h>
#include <math.h>

#include "output/timeline.h"

const double ja_timeline_tick_font = 11.5;

static const double LONGEST_GAP = 120, LEAST_GAP = 4, DAY_PADDING = 6;
/* What all days are to take where there are few columns, and all gaps between them: that, or a
 * share of what the days take. */
static const double COLUMN = 14, WIDEST_COLUMN = 34, DAYS = 300, GAPS = 480, GAP_SHARE = 0.5;
static const double TICK_GAP = 12;
enum { MOST_YEARS = 400 }; /* with ticks */

/* Few dates may lie further apart. */
static double longest_gap(const ja_timeline *timeline)
{
    return fmax(LONGEST_GAP, GAPS / (double)timeline->date_count);
}

static double gap_of(const ja_timeline *timeline, size_t date, double scale)
{
    double days = (double)(timeline->dates[date].day - timeline->dates[date - 1].day);
    return fmin(fmax(days * scale, LEAST_GAP), longest_gap(timeline));
}

static double all_gaps(const ja_timeline *timeline, double scale)
{
    double sum = 0;
    for (size_t i = 1; i < timeline->date_count; i++)
        sum += gap_of(timeline, i, scale);
    return sum;
}

/* Points a day, such that the gaps take what they should, and the shortest is not cut. */
static double find_scale(const ja_timeline *timeline)
{
    double wished = 0;
    for (size_t i = 0; i < timeline->date_count; i++)
        wished += timeline->dates[i].width * GAP_SHARE;
    wished = fmax(wished, GAPS);
    long least = LONG_MAX;
    for (size_t i = 1; i < timeline->date_count; i++)
        least = timeline->dates[i].day - timeline->dates[i - 1].day < least
                    ? timeline->dates[i].day - timeline->dates[i - 1].day
                    : least;
    double low = 0.001, high = longest_gap(timeline) / (double)least;
    for (int step = 0; step < 40; step++) {
        double middle = (low + high) / 2;
        if (all_gaps(timeline, middle) > wished)
            high = middle;
        else
            low = middle;
    }
    return low;
}

static void place_dates(ja_timeline *timeline)
{
    size_t columns = 0;
    for (size_t i = 0; i < timeline->date_count; i++)
        columns += timeline->dates[i].columns;
    timeline->column = fmin(fmax(DAYS / (double)columns, COLUMN), WIDEST_COLUMN);
    for (size_t i = 0; i < timeline->date_count; i++)
        timeline->dates[i].width =
            (double)timeline->dates[i].columns * timeline->column + DAY_PADDING;
    double scale = find_scale(timeline), x = 0;
    for (size_t i = 0; i < timeline->date_count; i++) {
        ja_date *date = &timeline->dates[i];
        if (i > 0) {
            x += gap_of(timeline, i, scale);
            date->cut_before =
                (double)(date->day - date[-1].day) * scale > longest_gap(timeline) * 1.5;
        }
        date->x = x;
        x += date->width;
    }
    timeline->width = x;
    for (size_t i = 0; i < timeline->event_count; i++) {
        ja_event *event = &timeline->events[i];
        const ja_date *date = &timeline->dates[event->date];
        event->x = date->x + DAY_PADDING / 2 + ((double)event->column + 0.5) * timeline->column;
    }
}

/* Where a day without events lies, between those that have some. */
static double place_of_day(const ja_timeline *timeline, long day)
{
    size_t next = 0;
    while (next < timeline->date_count && timeline->dates[next].day < day)
        next++;
    if (next == 0)
        return 0;
    if (next == timeline->date_count)
        return timeline->width;
    const ja_date *before = &timeline->dates[next - 1], *after = &timeline->dates[next];
    double begin = before->x + before->width,
           share = (double)(day - before->day) / (double)(after->day - before->day);
    return begin + (after->x - begin) * share;
}

/* Whether a label, from x on, has room beside those that are there. */
static bool has_room(const ja_timeline *timeline, double x, const char *text)
{
    double width = ja_text_width(text, ja_timeline_tick_font, true);
    for (size_t i = 0; i < timeline->tick_count; i++) {
        const ja_tick *tick = &timeline->ticks[i];
        double other = ja_text_width(tick->text, ja_timeline_tick_font, true);
        if (x < tick->x + other + TICK_GAP && tick->x < x + width + TICK_GAP)
            return false;
    }
    return true;
}

static bool add_tick(ja_timeline *timeline, double x, const char *text, bool year)
{
    bool fits = has_room(timeline, x, text);
    if (fits)
        timeline->ticks[timeline->tick_count++] = (ja_tick){x, text, year};
    return fits;
}

static const char *month_name(const ja_timeline *timeline, int year, int month,
                              bool with_year)
{
    const ja_words *words = &timeline->picture->words;
    const char *name = ja_word(words, ja_format(words->arena, "month.%02d", month));
    if (!with_year)
        return name;
    return ja_word_fill(words, "date", name, ja_format(words->arena, "%d", year));
}

/* Months of a year where there is room; the first tells the year where nothing else does. */
static void add_months(ja_timeline *timeline, int year, bool year_told)
{
    long first = timeline->dates[0].day, last = timeline->dates[timeline->date_count - 1].day;
    for (int month = 2; month <= 12; month++) {
        long day = ja_day_from(year, month, 1);
        if (day > first && day <= last &&
            add_tick(timeline, place_of_day(timeline, day),
                     month_name(timeline, year, month, !year_told), !year_told))
            year_told = true;
    }
}

/* The beginning, then years, then months where there is room. */
void ja_timeline_scale(ja_timeline *timeline)
{
    if (timeline->date_count == 0)
        return;
    place_dates(timeline);
    int first, last, month, last_month, day;
    ja_day_split((int)timeline->dates[0].day, &first, &month, &day);
    ja_day_split((int)timeline->dates[timeline->date_count - 1].day, &last, &last_month, &day);
    if (last - first >= MOST_YEARS)
        last = first + MOST_YEARS - 1;
    ja_arena *arena = timeline->picture->arena;
    timeline->ticks = JA_NEW_N(arena, ja_tick, 13 * MOST_YEARS);
    bool *told = JA_NEW_N(arena, bool, MOST_YEARS);
    told[0] = add_tick(timeline, 0, month_name(timeline, first, month, true), true);
    for (int year = first + 1; year <= last; year++)
        told[year - first] = add_tick(timeline, place_of_day(timeline, ja_day_from(year, 1, 1)),
                                      ja_format(arena, "%d", year), true);
    for (int year = first; year <= last; year++)
        add_months(timeline, year, told[year - first]);
}
