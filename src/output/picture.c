#include "output/picture.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/unicode.h"

const double ja_line_height = 1.2;
const double ja_mark_height = 13, ja_count_font = 9.5, ja_sign_width = 12;
/* Okabe and Ito's vermillion and blue, which the colour-blind tell apart; dashes and heads differ
 * as well. */
const unsigned ja_accuses_colour = 0xD55E00, ja_denies_colour = 0x0072B2;

static const double SMALLEST_FONT = 11.5, FONT_RANGE = 6.5;
static const double LINE_EM = 10.5; /* about 18 characters */
static const size_t MOST_LINES = 4;
static const double PADDING_X = 12, PADDING_Y = 7, NARROWEST = 56;
static const double DENIAL_THICKNESS = 1.3;
enum { TOOLTIP_PASSAGES = 5, PASSAGE_CHARACTERS = 240, TOOLTIP_NAMES = 6 };

static const char *first_filled(const char *a, const char *b, const char *c)
{
    if (a && ja_trim(ja_slice_of(a)).length > 0)
        return a;
    return b && ja_trim(ja_slice_of(b)).length > 0 ? b : c;
}

const char *ja_label(const ja_picture *picture, const jaccuse_node *node)
{
    return ja_label_in(picture, node, picture->language);
}

const char *ja_label_in(const ja_picture *picture, const jaccuse_node *node, const char *language)
{
    const char *own = jaccuse_node_label(node, language);
    const char *label = first_filled(own, node->label, node->id);
    char *clean = ja_copy_string(picture->arena, ja_clean_string(picture->arena, label));
    for (char *at = clean; at && *at; at++)
        if (strchr("\t\r\n", *at))
            *at = ' ';
    return first_filled(clean, "?", "?");
}

double ja_relative_size(const ja_picture *picture, size_t node)
{
    double value = picture->measures[picture->size_by][node];
    bool sized = isfinite(value) && value > 0;
    return sized ? 1 + sqrt(value / picture->largest) : 1;
}

static double largest_value(const ja_picture *picture)
{
    const double *values = picture->measures[picture->size_by];
    double largest = 0;
    for (size_t i = 0; i < jaccuse_network_node_count(picture->network); i++)
        if (isfinite(values[i]) && values[i] > largest)
            largest = values[i];
    return largest;
}

bool ja_is_safe_url(const char *url)
{
    if (!url || (strncasecmp(url, "http://", 7) != 0 && strncasecmp(url, "https://", 8) != 0))
        return false;
    for (const unsigned char *at = (const unsigned char *)url; *at; at++)
        if (*at <= ' ' || *at == 0x7F || strchr("\"<>\\^`{|}", *at))
            return false;
    return ja_is_utf8(ja_slice_of(url));
}

const char *ja_evidence_url(const ja_picture *picture, const jaccuse_evidence *evidence,
                            size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ja_is_safe_url(evidence[i].url))
            return ja_clean_string(picture->arena, evidence[i].url);
    return NULL;
}

/* The quote, shortened, with its outlet and date. */
static const char *passage(const ja_picture *picture, const jaccuse_evidence *evidence)
{
    const ja_words *words = &picture->words;
    ja_arena *arena = picture->arena;
    const char *quote = ja_clean_string(arena, evidence->quote ? evidence->quote : "");
    const char *text =
        ja_word_fill(words, "quote", ja_text_cut(arena, quote, PASSAGE_CHARACTERS), NULL);
    const char *outlet = ja_clean_string(arena, evidence->outlet);
    const char *date = evidence->date ? ja_word_date(words, evidence->date) : NULL;
    const char *comma = outlet && date ? ", " : "";
    if (!outlet && !date)
        return text;
    return ja_format(arena, "%s \xE2\x80\x94 %s%s%s", text, outlet ? outlet : "", comma,
                     date ? ja_clean_string(arena, date) : "");
}

const char *ja_evidence_text(const ja_picture *picture, const jaccuse_evidence *evidence,
                             size_t count, size_t most, const char *separator)
{
    const char *text = "";
    for (size_t i = 0; i < count && i < most; i++)
        text = ja_format(picture->arena, "%s%s%s", text, i ? separator : "",
                         passage(picture, &evidence[i]));
    if (count > most)
        text = ja_format(picture->arena, "%s%s%s", text, separator,
                         ja_word_count(&picture->words, "count.evidence", count - most));
    return text;
}

const char *ja_edge_label(const ja_picture *picture, const jaccuse_edge *edge)
{
    const char *word =
        ja_word_of(&picture->words, "relation", jaccuse_relation_name(edge->relation));
    return ja_format(picture->arena, "%s (%.0f)", word, edge->weight);
}

static void add_count(ja_picture *picture, const char **text, const char *key, size_t count)
{
    if (count > 0)
        *text = ja_format(picture->arena, "%s\n%s", *text,
                          ja_word_fill(&picture->words, "labelled", ja_word(&picture->words, key),
                                       ja_format(picture->arena, "%zu", count)));
}

static const char *other_names(ja_picture *picture, const ja_picture_node *shown)
{
    const jaccuse_node *node = shown->node;
    const char *list = "";
    size_t listed = 0;
    for (size_t i = 0; i < node->name_count && listed < TOOLTIP_NAMES; i++)
        if (strcmp(node->names[i], shown->label) != 0)
            list = ja_format(
                picture->arena, "%s%s%s", list, listed++ ? ", " : "",
                ja_text_cut(picture->arena, ja_clean_string(picture->arena, node->names[i]), 60));
    return list;
}

static const char *node_tooltip(ja_picture *picture, const ja_picture_node *shown)
{
    const jaccuse_node *node = shown->node;
    const ja_words *words = &picture->words;
    const char *kind = ja_word_of(words, "kind", jaccuse_kind_name(node->kind));
    const char *text = ja_format(picture->arena, "%s (%s)", shown->label, kind);
    add_count(picture, &text, "node.made", node->accusations_made);
    add_count(picture, &text, "node.received", node->accusations_received);
    add_count(picture, &text, "node.denied", node->accusations_denied);
    add_count(picture, &text, "node.denials", node->denials_made);
    const char *names = other_names(picture, shown);
    if (*names)
        text = ja_format(picture->arena, "%s\n%s", text,
                         ja_word_fill(words, "labelled", ja_word(words, "node.names"), names));
    if (node->unattributed_count > 0)
        text =
            ja_format(picture->arena, "%s\n\n%s\n%s", text,
                      ja_word_fill(words, "edge.accuses", ja_word(words, "nobody"), shown->label),
                      ja_evidence_text(picture, node->unattributed, node->unattributed_count,
                                       TOOLTIP_PASSAGES, "\n"));
    return text;
}

static void fill_node(ja_picture *picture, ja_picture_node *shown)
{
    shown->label = ja_label(picture, shown->node);
    shown->font = SMALLEST_FONT + FONT_RANGE * (ja_relative_size(picture, shown->index) - 1);
    shown->lines = ja_text_wrap(picture->arena, shown->label, shown->font, false,
                                LINE_EM * shown->font, MOST_LINES);
    shown->width = fmax(NARROWEST, ceil(shown->lines.width + 2 * PADDING_X));
    shown->height = shown->least_height =
        ceil((double)shown->lines.count * shown->font * ja_line_height + 2 * PADDING_Y);
    shown->frame = JACCUSE_NONE;
    shown->tooltip = node_tooltip(picture, shown);
}

static const char *date_range(const ja_picture *picture, const char *first, const char *last)
{
    if (!first || !last)
        return NULL;
    const ja_words *words = &picture->words;
    const char *from = ja_clean_string(picture->arena, ja_word_date(words, first));
    if (strcmp(first, last) == 0)
        return from;
    return ja_word_fill(words, "range", from,
                        ja_clean_string(picture->arena, ja_word_date(words, last)));
}

static const char *edge_tooltip(ja_picture *picture, const ja_picture_edge *shown)
{
    const jaccuse_edge *edge = shown->edge;
    const ja_words *words = &picture->words;
    const char *key = ja_format(picture->arena, "edge.%s", jaccuse_relation_name(edge->relation));
    const char *text = ja_word_fill(words, key, picture->nodes[shown->source].label,
                                    picture->nodes[shown->target].label);
    const char *range = date_range(picture, edge->first_date, edge->last_date);
    return ja_format(
        picture->arena, "%s (%s%s%s)\n%s", text,
        ja_word_count(words, "count.articles", edge->articles), range ? ", " : "",
        range ? range : "",
        ja_evidence_text(picture, edge->evidence, edge->evidence_count, TOOLTIP_PASSAGES, "\n"));
}

/* A denial's count stands in its title alone. */
static void fill_mark(ja_picture *picture, ja_picture_edge *shown)
{
    const jaccuse_edge *edge = shown->edge;
    if (edge->relation != JACCUSE_ACCUSES)
        return;
    shown->answered = edge->answered > 0;
    if (edge->weight > 1)
        shown->count = ja_format(picture->arena, "%.0f", edge->weight);
    if (shown->count)
        shown->mark_width = 9 + ceil(ja_text_width(shown->count, ja_count_font, true));
    if (shown->answered)
        shown->mark_width += ja_sign_width + (shown->count ? 2 : 0);
}

static void fill_edge(ja_picture *picture, size_t index)
{
    const jaccuse_edge *edge = jaccuse_network_edge(picture->network, index);
    size_t source = picture->place[edge->source], target = picture->place[edge->target];
    if (source == JACCUSE_NONE || target == JACCUSE_NONE)
        return;
    ja_picture_edge *shown = &picture->edges[picture->edge_count++];
    *shown = (ja_picture_edge){
        .edge = edge, .index = index, .source = source, .target = target, .junction = JACCUSE_NONE};
    shown->thickness = edge->relation == JACCUSE_DENIES
                           ? DENIAL_THICKNESS
                           : fmin(1.5 + 0.9 * log2(fmax(edge->weight, 1)), 5.5);
    shown->tooltip = edge_tooltip(picture, shown);
    shown->url = ja_evidence_url(picture, edge->evidence, edge->evidence_count);
    fill_mark(picture, shown);
}

static const char *subtitle(const ja_picture *picture)
{
    const jaccuse_network *network = picture->network;
    const ja_words *words = &picture->words;
    size_t accusations = 0, denied = 0, actors = jaccuse_network_node_count(network);
    for (size_t i = 0; i < actors; i++) {
        accusations += jaccuse_network_node(network, i)->accusations_received;
        denied += jaccuse_network_node(network, i)->accusations_denied;
    }
    size_t articles = jaccuse_network_article_count(network);
    size_t stories = jaccuse_network_story_count(network);
    const char *range = date_range(picture, jaccuse_network_first_date(network),
                                   jaccuse_network_last_date(network));
    return ja_format(picture->arena, "%s%s%s \xC2\xB7 %s \xC2\xB7 %s%s%s%s%s",
                     ja_word_count(words, "count.articles", articles),
                     stories < articles ? ", " : "",
                     stories < articles ? ja_word_count(words, "count.stories", stories) : "",
                     ja_word_count(words, "count.actors", actors),
                     ja_word_count(words, "count.accusations", accusations), denied > 0 ? ", " : "",
                     denied > 0 ? ja_word_count(words, "count.denied", denied) : "",
                     range ? " \xC2\xB7 " : "", range ? range : "");
}

void ja_picture_fill(ja_picture *picture, size_t max_nodes)
{
    ja_choose_nodes(picture, max_nodes);
    picture->largest = largest_value(picture);
    for (size_t i = 0; i < picture->node_count; i++)
        fill_node(picture, &picture->nodes[i]);
    size_t edges = jaccuse_network_edge_count(picture->network);
    picture->edges = JA_NEW_N(picture->arena, ja_picture_edge, edges + 1);
    for (size_t i = 0; i < edges; i++)
        fill_edge(picture, i);
    if (picture->colour_by == JACCUSE_COLOUR_COMMUNITY)
        ja_find_communities(picture);
    picture->subtitle = subtitle(picture);
    const char *hidden = picture->timeline ? NULL : ja_hidden_text(picture);
    if (hidden)
        picture->remarks[picture->remark_count++] = hidden;
}
