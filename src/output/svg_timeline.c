/* The timeline as SVG: lanes with names at their left, time above, an upright line for each claim
 * from those who say it to those whom it is about. */
#include <math.h>
#include <string.h>

#include "base/unicode.h"
#include "output/svg.h"
#include "output/timeline.h"

static const double LANE = 34, AXIS = 34, GAP = 18, LEGEND_GAP = 26, TICK_INDENT = 4;
static const double NAME_FONT = 12, NAME_WIDTH = 190, ICON = 16;

/* Where all stands. */
typedef struct sheet {
    ja_xml *xml;
    const ja_timeline *timeline;
    double left, top; /* of the first date, of the first lane's middle */
} sheet;

static double lane_y(const sheet *page, size_t lane)
{
    return page->top + LANE * (double)lane;
}

static double node_y(const sheet *page, size_t node)
{
    return lane_y(page, page->timeline->lane_of[node]);
}

static void write_line(ja_xml *xml, const char *class_name, ja_point from, ja_point to)
{
    ja_xml_open(xml, "path");
    ja_xml_attribute(xml, "class", class_name);
    ja_xml_attribute(xml, "d",
                     ja_format(xml->arena, "M%s %sL%s %s", ja_fixed(xml->arena, from.x),
                               ja_fixed(xml->arena, from.y), ja_fixed(xml->arena, to.x),
                               ja_fixed(xml->arena, to.y)));
    ja_xml_close(xml);
}

static void write_ticks(const sheet *page)
{
    const ja_timeline *timeline = page->timeline;
    double bottom = lane_y(page, timeline->lane_count) - LANE / 2;
    for (size_t i = 0; i < timeline->tick_count; i++) {
        const ja_tick *tick = &timeline->ticks[i];
        double x = page->left + tick->x;
        write_line(page->xml, tick->year ? "grid year" : "grid", (ja_point){x, page->top - AXIS},
                   (ja_point){x, bottom});
        ja_svg_text(page->xml, tick->year ? "tick year" : "tick", x + TICK_INDENT,
                    page->top - AXIS + 9, tick->text);
    }
}

/* Two strokes where time is cut short. */
static void write_cuts(const sheet *page)
{
    const ja_timeline *timeline = page->timeline;
    double y = page->top - LANE / 2, bottom = lane_y(page, timeline->lane_count) - LANE / 2;
    write_line(page->xml, "axis", (ja_point){page->left, y},
               (ja_point){page->left + timeline->width, y});
    for (size_t i = 1; i < timeline->date_count; i++) {
        if (!timeline->dates[i].cut_before)
            continue;
        double begin = timeline->dates[i - 1].x + timeline->dates[i - 1].width;
        double x = page->left + (begin + timeline->dates[i].x) / 2;
        ja_xml_open(page->xml, "rect");
        ja_xml_attribute(page->xml, "class", "cut");
        ja_xml_number(page->xml, "x", x - 5);
        ja_xml_number(page->xml, "y", y - 3);
        ja_xml_number(page->xml, "width", 10);
        ja_xml_number(page->xml, "height", bottom - y + 3);
        ja_xml_close(page->xml);
        for (int side = -1; side <= 1; side += 2)
            write_line(page->xml, "axis", (ja_point){x + side * 4 - 3, y + 5},
                       (ja_point){x + side * 4 + 3, y - 5});
    }
}

/* From an actor's first event to the last the lane is darker. */
static void write_lane(const sheet *page, size_t lane)
{
    const ja_timeline *timeline = page->timeline;
    double y = lane_y(page, lane), first = INFINITY, last = -INFINITY;
    size_t node = timeline->lanes[lane];
    for (size_t i = 0; i < timeline->event_count; i++) {
        const ja_event *event = &timeline->events[i];
        bool takes_part = false;
        for (size_t k = 0; k < event->source_count; k++)
            takes_part = takes_part || event->sources[k] == node;
        for (size_t k = 0; k < event->target_count; k++)
            takes_part = takes_part || event->targets[k] == node;
        if (takes_part) {
            first = fmin(first, event->x);
            last = fmax(last, event->x);
        }
    }
    write_line(page->xml, "lane", (ja_point){page->left, y},
               (ja_point){page->left + timeline->width, y});
    if (last > first)
        write_line(page->xml, "lane active", (ja_point){page->left + first, y},
                   (ja_point){page->left + last, y});
}

/* The name of an actor, at most two lines, right-aligned before his sign. */
static void write_name(const sheet *page, size_t lane)
{
    const ja_picture *picture = page->timeline->picture;
    const ja_picture_node *node = &picture->nodes[page->timeline->lanes[lane]];
    double y = lane_y(page, lane), x = page->left - 14 - ICON / 2;
    ja_lines lines = ja_text_wrap(picture->arena, node->label, NAME_FONT, false, NAME_WIDTH, 2);
    ja_xml_open(page->xml, "g");
    if (picture->colour_by == JACCUSE_COLOUR_COMMUNITY)
        ja_xml_format(page->xml, "class", "actor kind-%s community-%zu",
                      jaccuse_kind_name(node->node->kind), node->community);
    else
        ja_xml_format(page->xml, "class", "actor kind-%s", jaccuse_kind_name(node->node->kind));
    ja_xml_format(page->xml, "id", "n%zu", node->index);
    ja_xml_attribute(page->xml, "data-id", node->node->id);
    ja_xml_element(page->xml, "title", node->tooltip);
    ja_svg_shape(page->xml, node->node->kind, (ja_point){x, y}, ICON, 12);
    double height = NAME_FONT * ja_line_height;
    for (size_t i = 0; i < lines.count; i++)
        ja_svg_text(page->xml, NULL, x - ICON / 2 - 6,
                    y + NAME_FONT * 0.36 + height * ((double)i - (double)(lines.count - 1) / 2),
                    lines.at[i]);
    ja_xml_close_full(page->xml);
    ja_xml_raw(page->xml, "\n");
}

/* A triangle whose tip stands on the lane of whom it is about. */
static void write_tip(const sheet *page, const ja_event *event, size_t node)
{
    double x = page->left + event->x, y = node_y(page, node), nearest = y - 1;
    double least = INFINITY;
    for (size_t i = 0; i < event->source_count; i++) {
        double other = node_y(page, event->sources[i]);
        if (fabs(other - y) < least) {
            least = fabs(other - y);
            nearest = other;
        }
    }
    double back = nearest < y ? -9 : 9;
    ja_arena *arena = page->xml->arena;
    ja_xml_open(page->xml, "path");
    ja_xml_attribute(page->xml, "class", "head");
    ja_xml_attribute(page->xml, "d",
                     ja_format(arena, "M%s %sL%s %sL%s %sZ", ja_fixed(arena, x - 4),
                               ja_fixed(arena, y + back), ja_fixed(arena, x), ja_fixed(arena, y),
                               ja_fixed(arena, x + 4), ja_fixed(arena, y + back)));
    ja_xml_close(page->xml);
}

static const char *names_of(const ja_picture *picture, const size_t *nodes, size_t count)
{
    const char *text = "";
    if (count == 0)
        return ja_word(&picture->words, "nobody");
    for (size_t i = 0; i < count && i < 8; i++)
        text = ja_format(picture->arena, "%s%s%s", text, i ? ", " : "",
                         picture->nodes[nodes[i]].label);
    return count > 8 ? ja_format(picture->arena, "%s \xE2\x80\xA6", text) : text;
}

static const char *event_title(const ja_picture *picture, const ja_event *event)
{
    const char *key = ja_format(picture->arena, "edge.%s", jaccuse_relation_name(event->relation));
    const char *text =
        ja_word_fill(&picture->words, key, names_of(picture, event->sources, event->source_count),
                     names_of(picture, event->targets, event->target_count));
    return ja_format(picture->arena, "%s\n%s", text,
                     ja_evidence_text(picture, event->evidence, 1, 1, "\n"));
}

static void write_starts(const sheet *page, const ja_event *event)
{
    for (size_t i = 0; i < event->source_count; i++) {
        ja_point at = {page->left + event->x, node_y(page, event->sources[i])};
        if (event->relation == JACCUSE_DENIES) {
            ja_svg_mark(page->xml, at, ja_sign_width, NULL, true);
            continue;
        }
        ja_xml_open(page->xml, "circle");
        ja_xml_attribute(page->xml, "class", "start");
        ja_xml_number(page->xml, "cx", at.x);
        ja_xml_number(page->xml, "cy", at.y);
        ja_xml_number(page->xml, "r", 3.4);
        ja_xml_close(page->xml);
    }
}

/* The sign of a denial on an accusation, between the lanes before whom it is about. */
static void write_answer(const sheet *page, const ja_event *event)
{
    if (event->relation != JACCUSE_ACCUSES || !event->answered)
        return;
    size_t lane = page->timeline->lane_of[event->targets[0]];
    double side = event->source_count > 0 && event->low < lane ? -1 : 1;
    if (event->source_count == 0)
        side = -1;
    ja_svg_mark(page->xml,
                (ja_point){page->left + event->x, lane_y(page, lane) + side * LANE * 0.5},
                ja_sign_width, NULL, true);
}

static void write_event(const sheet *page, const ja_event *event)
{
    ja_xml *xml = page->xml;
    double x = page->left + event->x, top = lane_y(page, event->low);
    double bottom = lane_y(page, event->high);
    bool nobody = event->source_count == 0;
    const char *url = ja_evidence_url(page->timeline->picture, event->evidence, 1);
    ja_xml_open(xml, "g");
    ja_xml_format(xml, "class", "event %s%s", jaccuse_relation_name(event->relation),
                  nobody ? " unattributed" : "");
    ja_xml_element(xml, "title", event_title(page->timeline->picture, event));
    if (url) {
        ja_xml_open(xml, "a");
        ja_xml_attribute(xml, "href", url);
    }
    if (nobody)
        top -= LANE * 0.6;
    write_line(xml, "line", (ja_point){x, top}, (ja_point){x, bottom});
    for (size_t i = 0; i < event->target_count; i++)
        write_tip(page, event, event->targets[i]);
    write_starts(page, event);
    write_answer(page, event);
    if (url)
        ja_xml_close_full(xml);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

/* A date as people write it, without its year where all dates are of one. */
static const char *day_text(const ja_timeline *timeline, const ja_date *date)
{
    const ja_picture *picture = timeline->picture;
    const char *last = timeline->dates[timeline->date_count - 1].text;
    const char *iso = ja_clean_string(picture->arena, date->text);
    const char *text = ja_word_date(&picture->words, iso);
    size_t length = strlen(text);
    bool one_year = strncmp(timeline->dates[0].text, last, 4) == 0;
    bool whole = strlen(iso) == 10 && length > 5 && strncmp(text + length - 4, iso, 4) == 0;
    return one_year && whole ? ja_copy(picture->arena, text, length - 5) : text;
}

static void write_days(const sheet *page)
{
    const ja_timeline *timeline = page->timeline;
    double end = -INFINITY, y = lane_y(page, timeline->lane_count) - LANE / 2 + 12;
    for (size_t i = 0; i < timeline->date_count; i++) {
        const ja_date *date = &timeline->dates[i];
        const char *text = day_text(timeline, date);
        double x = page->left + date->x, width = ja_text_width(text, 10, false);
        if (x < end || x + width > page->left + timeline->width + ja_svg_margin)
            continue;
        ja_svg_text(page->xml, "day", x, y, text);
        end = x + width + 8;
    }
}

static void write_lanes(const sheet *page)
{
    write_ticks(page);
    for (size_t i = 0; i < page->timeline->lane_count; i++)
        write_lane(page, i);
    write_cuts(page);
    for (size_t i = 0; i < page->timeline->lane_count; i++)
        write_name(page, i);
    for (size_t i = 0; i < page->timeline->event_count; i++)
        write_event(page, &page->timeline->events[i]);
    write_days(page);
}

/* What a reader must know that is not in the picture. */
static void add_remarks(const ja_timeline *timeline, ja_picture *picture)
{
    if (picture->crowded_out > 0)
        picture->remarks[picture->remark_count++] =
            ja_word_count(&picture->words, "count.crowded", picture->crowded_out);
    if (timeline->undated > 0)
        picture->remarks[picture->remark_count++] =
            ja_word_count(&picture->words, "count.undated", timeline->undated);
    if (timeline->dropped > 0)
        picture->remarks[picture->remark_count++] =
            ja_word_count(&picture->words, "count.dropped", timeline->dropped);
}

static double name_width(const ja_timeline *timeline)
{
    const ja_picture *picture = timeline->picture;
    double widest = 0;
    for (size_t i = 0; i < timeline->lane_count; i++)
        widest = fmax(widest, ja_text_wrap(picture->arena, picture->nodes[timeline->lanes[i]].label,
                                           NAME_FONT, false, NAME_WIDTH, 2)
                                  .width);
    return ceil(widest);
}

/* How far lanes and the words over them reach. */
static double reach_of(const ja_timeline *timeline)
{
    double reach = timeline->width;
    for (size_t i = 0; i < timeline->tick_count; i++) {
        const ja_tick *tick = &timeline->ticks[i];
        reach = fmax(reach, tick->x + TICK_INDENT +
                                ja_text_width(tick->text, ja_timeline_tick_font, true));
    }
    return reach;
}

void ja_svg_timeline(ja_xml *xml, ja_picture *picture)
{
    ja_timeline timeline;
    ja_timeline_make(&timeline, picture);
    add_remarks(&timeline, picture);
    double margin = ja_svg_margin, left = margin + name_width(&timeline) + ICON + 22;
    double width = ceil(fmax(left + reach_of(&timeline) + margin, ja_svg_narrowest));
    double heading = ja_svg_heading(NULL, picture, width);
    bool empty = timeline.event_count == 0;
    sheet page = {xml, &timeline, left, heading + GAP + AXIS + LANE / 2};
    double legend_top =
        empty ? heading + GAP + 50 : lane_y(&page, timeline.lane_count) - LANE / 2 + LEGEND_GAP;
    double height = ceil(legend_top + ja_svg_legend(NULL, picture, 0, 0, width - 2 * margin) + 16);
    ja_svg_begin(xml, picture, width, height);
    ja_svg_heading(xml, picture, width);
    ja_xml_open(xml, "g");
    ja_xml_attribute(xml, "class", "timeline");
    ja_xml_raw(xml, "\n");
    if (empty)
        ja_svg_text(xml, "subtitle", margin, heading + GAP + 20,
                    ja_word(&picture->words, "empty.timeline"));
    else
        write_lanes(&page);
    ja_xml_close_full(xml);
    ja_svg_end(xml, picture, width, legend_top);
}
