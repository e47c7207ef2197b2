/* The data of the page: who is in the network, who accuses whom and who denies, and in which words.
 * Articles and passages stand once in lists of their own, however many actors and edges rest on
 * them, and are named by their numbers there. */
#include "base/embedded.h"
#include "base/json_writer.h"
#include "base/map.h"
#include "base/table.h"
#include "base/unicode.h"
#include "output/html.h"

/* The words of the page alone. */
static const char *const PAGE_WORDS_FILE = "output/page/words.tsv";

/* What stands in a list once, in the order in which it is met first. What is the same is known by
 * the places of its strings, since the network has the strings of an article and of a claim once.
 */
typedef struct catalogue {
    ja_map numbers;
    const jaccuse_evidence **at;
    size_t count, capacity;
} catalogue;

typedef struct page_writer {
    ja_json_writer json;
    const ja_picture *picture;
    catalogue articles, passages;
    const char *languages[JA_TABLE_COLUMNS]; /* the columns of words.tsv behind the key */
    size_t language_count;
} page_writer;

static size_t number_in(ja_arena *arena, catalogue *list, const void *key, size_t size,
                        const jaccuse_evidence *evidence)
{
    bool added;
    size_t number = *ja_map_put(&list->numbers, (ja_slice){key, size}, list->count, &added);
    if (added)
        JA_PUSH(arena, list->at, list->count, list->capacity, evidence);
    return number;
}

static size_t article_number(page_writer *page, const jaccuse_evidence *evidence)
{
    const char *key[] = {evidence->article_id, evidence->title, evidence->outlet,  evidence->url,
                         evidence->date,       evidence->path,  evidence->language};
    return number_in(page->picture->arena, &page->articles, key, sizeof key, evidence);
}

static size_t passage_number(page_writer *page, const jaccuse_evidence *evidence)
{
    const char *key[] = {evidence->article_id, evidence->claim_id, evidence->quote};
    return number_in(page->picture->arena, &page->passages, key, sizeof key, evidence);
}

static void put_string(page_writer *page, const char *key, const char *value)
{
    if (value)
        ja_json_string_member(&page->json, key, ja_clean_string(page->picture->arena, value));
}

static void put_slice(page_writer *page, ja_slice text)
{
    ja_json_put_slice(&page->json, ja_clean_utf8(page->picture->arena, text));
}

static void put_passages(page_writer *page, const char *key, const jaccuse_evidence *evidence,
                         size_t count)
{
    ja_json_key(&page->json, key);
    ja_json_open(&page->json, '[');
    for (size_t i = 0; i < count; i++)
        ja_json_put_size(&page->json, passage_number(page, &evidence[i]));
    ja_json_close(&page->json, ']');
}

/* Names beside the labels. */
static void put_names(page_writer *page, const jaccuse_node *node)
{
    ja_json_key(&page->json, "names");
    ja_json_open(&page->json, '[');
    for (size_t i = 0; i < node->name_count; i++)
        put_slice(page, ja_slice_of(node->names[i]));
    ja_json_close(&page->json, ']');
}

static void find_languages(page_writer *page)
{
    ja_table table;
    ja_table_init(&table, ja_embedded_file(ja_words_file));
    page->language_count = ja_table_next(&table) ? table.count - 1 : 0;
    for (size_t i = 0; i < page->language_count; i++) {
        ja_slice code = table.column[i + 1];
        page->languages[i] = ja_copy(page->picture->arena, code.at, code.length);
    }
}

static void put_labels(page_writer *page, const jaccuse_node *node)
{
    ja_json_key(&page->json, "label");
    ja_json_open(&page->json, '{');
    for (size_t i = 0; i < page->language_count; i++)
        ja_json_string_member(&page->json, page->languages[i],
                              ja_label_in(page->picture, node, page->languages[i]));
    ja_json_close(&page->json, '}');
}

static void put_node(page_writer *page, size_t index)
{
    const jaccuse_node *node = jaccuse_network_node(page->picture->network, index);
    ja_json_writer *json = &page->json;
    ja_json_open(json, '{');
    put_string(page, "id", node->id);
    put_labels(page, node);
    put_string(page, "kind", jaccuse_kind_name(node->kind));
    if (node->of != JACCUSE_NONE)
        ja_json_size_member(json, "of", node->of);
    put_names(page, node);
    ja_json_size_member(json, "made", node->accusations_made);
    ja_json_size_member(json, "received", node->accusations_received);
    ja_json_size_member(json, "denied", node->accusations_denied);
    ja_json_size_member(json, "denials", node->denials_made);
    put_passages(page, "unattributed", node->unattributed, node->unattributed_count);
    ja_json_close(json, '}');
}

static void put_edge(page_writer *page, size_t index)
{
    const jaccuse_edge *edge = jaccuse_network_edge(page->picture->network, index);
    ja_json_writer *json = &page->json;
    ja_json_open(json, '{');
    ja_json_size_member(json, "source", edge->source);
    ja_json_size_member(json, "target", edge->target);
    put_string(page, "relation", jaccuse_relation_name(edge->relation));
    if (edge->relation == JACCUSE_DENIES && edge->accused != JACCUSE_NONE)
        ja_json_size_member(json, "accused", edge->accused);
    ja_json_number_member(json, "weight", edge->weight);
    ja_json_bool_member(json, "answered", edge->relation == JACCUSE_ACCUSES && edge->answered > 0);
    put_passages(page, "passages", edge->evidence, edge->evidence_count);
    ja_json_close(json, '}');
}

static void put_passage(page_writer *page, size_t index)
{
    const jaccuse_evidence *evidence = page->passages.at[index];
    ja_marked_quote quote = ja_mark_quote(evidence);
    ja_json_writer *json = &page->json;
    ja_json_open(json, '{');
    ja_json_size_member(json, "article", article_number(page, evidence));
    ja_json_key(json, "quote");
    ja_json_open(json, '[');
    put_slice(page, quote.before);
    put_slice(page, quote.cue);
    put_slice(page, quote.after);
    ja_json_close(json, ']');
    put_string(page, "certainty", jaccuse_certainty_name(evidence->certainty));
    ja_json_bool_member(json, "answered", evidence->answered);
    ja_json_size_member(json, "story", evidence->story);
    ja_json_close(json, '}');
}

static void put_article(page_writer *page, size_t index)
{
    const jaccuse_evidence *evidence = page->articles.at[index];
    ja_json_open(&page->json, '{');
    put_string(page, "title", evidence->title);
    put_string(page, "outlet", evidence->outlet);
    put_string(page, "file", evidence->path ? evidence->path : evidence->article_id);
    put_string(page, "url", ja_is_safe_url(evidence->url) ? evidence->url : NULL);
    put_string(page, "date", evidence->date);
    put_string(page, "language", evidence->language);
    ja_json_close(&page->json, '}');
}

/* An array with one element a line. */
static void put_lines(page_writer *page, const char *key, size_t count,
                      void (*put)(struct page_writer *, size_t))
{
    ja_json_key(&page->json, key);
    ja_json_open(&page->json, '[');
    for (size_t i = 0; i < count; i++) {
        put(page, i);
        ja_buffer_add_string(page->json.out, "\n");
    }
    ja_json_close(&page->json, ']');
}

static void put_words_of(page_writer *page, const char *path, size_t column)
{
    ja_table table;
    ja_table_init(&table, ja_embedded_file(path));
    bool has_words = ja_table_next(&table); /* behind the row that names the columns */
    while (has_words && ja_table_next(&table)) {
        ja_slice key = table.column[0];
        ja_json_key(&page->json, ja_copy(page->picture->arena, key.at, key.length));
        ja_json_put_slice(&page->json, table.column[column]);
    }
}

static void put_words(page_writer *page)
{
    ja_json_key(&page->json, "words");
    ja_json_open(&page->json, '{');
    for (size_t i = 0; i < page->language_count; i++) {
        ja_json_key(&page->json, page->languages[i]);
        ja_json_open(&page->json, '{');
        put_words_of(page, ja_words_file, i + 1);
        put_words_of(page, PAGE_WORDS_FILE, i + 1);
        ja_json_close(&page->json, '}');
        ja_buffer_add_string(page->json.out, "\n");
    }
    ja_json_close(&page->json, '}');
}

/* The title that a user gave; the other one is among the words. */
static const char *own_title(const ja_picture *picture)
{
    bool usual = ja_compare_strings(picture->title, ja_word(&picture->words, "title")) == 0;
    return usual ? NULL : picture->title;
}

void ja_html_data(ja_buffer *out, const ja_picture *picture)
{
    const jaccuse_network *network = picture->network;
    page_writer page = {.json = {.out = out, .for_html = true}, .picture = picture};
    ja_map_init(&page.articles.numbers, picture->arena);
    ja_map_init(&page.passages.numbers, picture->arena);
    find_languages(&page);
    ja_json_open(&page.json, '{');
    put_string(&page, "language", picture->language);
    put_string(&page, "title", own_title(picture));
    ja_json_size_member(&page.json, "count", jaccuse_network_article_count(network));
    put_string(&page, "size", jaccuse_measure_name(picture->size_by));
    put_string(&page, "first", jaccuse_network_first_date(network));
    put_string(&page, "last", jaccuse_network_last_date(network));
    put_lines(&page, "nodes", jaccuse_network_node_count(network), put_node);
    put_lines(&page, "edges", jaccuse_network_edge_count(network), put_edge);
    put_lines(&page, "passages", page.passages.count, put_passage);
    put_lines(&page, "articles", page.articles.count, put_article);
    put_words(&page);
    ja_json_close(&page.json, '}');
}
