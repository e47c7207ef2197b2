/* The sections of an actor's dossier: his edges with what they rest on. Edges that rest on the same
 * claims ("the European Union, Canada and NATO joined in accusing Beijing") are told as one. */
#include <stdlib.h>

#include "cli/cli.h"

static const char *const headings[JACCUSE_SECTION_COUNT] = {
    [JACCUSE_ACCUSED_BY] = "accused by",
    [JACCUSE_ACCUSING] = "accuses",
    [JACCUSE_DENYING] = "denies what is said by",
    [JACCUSE_CONTRADICTED_BY] = "is contradicted by",
    [JACCUSE_DEFENDED_BY] = "defended by",
    [JACCUSE_BY_HIS_PEOPLE] = "said by people and bodies of ",
};

/* An edge of the section, and the place there of the first that is told with it. */
typedef struct member {
    const jaccuse_edge *edge;
    size_t place, leader;
} member;

typedef struct section_page {
    cli_page *page;
    jaccuse_network *network;
    const jaccuse_dossier *dossier;
    jaccuse_section section;
    const member *members; /* by leader, then by place */
    size_t count;
} section_page;

static int compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* 0: both may be told as one, since they differ in the end that is listed alone. */
static int compare_edges(const jaccuse_edge *a, const jaccuse_edge *b, bool by_target)
{
    int order = compare_numbers(a->relation, b->relation);
    order = order ? order
                  : compare_numbers(by_target ? a->target : a->source,
                                    by_target ? b->target : b->source);
    if (a->relation == JACCUSE_DENIES)
        order = order ? order : compare_numbers(a->accused, b->accused);
    order = order ? order : compare_numbers(a->evidence_count, b->evidence_count);
    for (size_t i = 0; order == 0 && i < a->evidence_count; i++)
        order = compare_numbers((size_t)a->evidence[i].source, (size_t)b->evidence[i].source);
    return order;
}

static int by_source_end(const void *a, const void *b)
{
    const member *x = a, *y = b;
    int order = compare_edges(x->edge, y->edge, false);
    return order ? order : compare_numbers(x->place, y->place);
}

static int by_target_end(const void *a, const void *b)
{
    const member *x = a, *y = b;
    int order = compare_edges(x->edge, y->edge, true);
    return order ? order : compare_numbers(x->place, y->place);
}

static int by_leader(const void *a, const void *b)
{
    const member *x = a, *y = b;
    int order = compare_numbers(x->leader, y->leader);
    return order ? order : compare_numbers(x->place, y->place);
}

/* The end that the section is about is the same in all of its edges: the target, or else it does
 * not matter that sources differ. */
static bool is_by_target(jaccuse_section section)
{
    return section == JACCUSE_ACCUSED_BY || section == JACCUSE_CONTRADICTED_BY;
}

/* Sorted by where claims stand in memory, the groups come in no order that means anything: only
 * their members are read off; then the places decide. */
static void group(member *members, size_t count, bool by_target)
{
    qsort(members, count, sizeof *members, by_target ? by_target_end : by_source_end);
    for (size_t i = 0; i < count; i++)
        members[i].leader =
            i > 0 && compare_edges(members[i - 1].edge, members[i].edge, by_target) == 0
                ? members[i - 1].leader
                : members[i].place;
    qsort(members, count, sizeof *members, by_leader);
}

static const char *label(const section_page *told, size_t node)
{
    return jaccuse_network_node(told->network, node)->label;
}

/* The ends that the edges of one group do not share: "A; B; C". */
static void say_others(const section_page *told, const member *first, size_t count)
{
    bool by_target = is_by_target(told->section);
    for (size_t i = 0; i < count; i++) {
        const jaccuse_edge *edge = first[i].edge;
        cli_say(told->page, CLI_PLAIN, i ? "; " : "");
        cli_say(told->page, CLI_BOLD, label(told, by_target ? edge->source : edge->target));
    }
}

static void say_about(const section_page *told, const jaccuse_edge *edge)
{
    bool himself = edge->accused == told->dossier->actor || edge->accused == edge->source;
    if (edge->relation != JACCUSE_DENIES || himself)
        return;
    cli_say(told->page, CLI_PLAIN, " about ");
    cli_say(told->page, CLI_PLAIN, label(told, edge->accused));
}

static void say_group(const section_page *told, const member *first, size_t count)
{
    cli_page *page = told->page;
    const jaccuse_edge *edge = first->edge;
    cli_begin(page, 2, 4);
    if (told->section == JACCUSE_DEFENDED_BY || told->section == JACCUSE_BY_HIS_PEOPLE)
        cli_say(page, CLI_BOLD, label(told, edge->source));
    if (told->section == JACCUSE_DEFENDED_BY && told->dossier->is_his[edge->source]) {
        cli_say(page, CLI_PLAIN, ", of ");
        cli_say(page, CLI_PLAIN, label(told, told->dossier->actor));
    }
    if (told->section == JACCUSE_DEFENDED_BY)
        cli_say(page, CLI_PLAIN, ", against ");
    if (told->section == JACCUSE_BY_HIS_PEOPLE)
        cli_say(page, CLI_PLAIN, cli_relation_words(edge->relation));
    say_others(told, first, count);
    say_about(told, edge);
    cli_say_stories(page, edge);
    cli_end(page);
}

static void print_groups(const section_page *told)
{
    for (size_t i = 0, end; i < told->count; i = end) {
        const member *first = &told->members[i];
        for (end = i + 1; end < told->count && told->members[end].leader == first->leader; end++)
            ;
        say_group(told, first, end - i);
        cli_print_all_evidence(told->page, told->network, first->edge->relation,
                               first->edge->evidence, first->edge->evidence_count);
    }
}

void cli_print_all_evidence(cli_page *page, jaccuse_network *network, jaccuse_relation relation,
                            const jaccuse_evidence *evidence, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        cli_print_evidence(page, 6, relation, &evidence[i]);
        cli_print_answers(page, 8, network, relation, &evidence[i]);
    }
}

bool cli_print_section(cli_page *page, jaccuse_network *network, const jaccuse_dossier *dossier,
                       jaccuse_section section)
{
    size_t count = dossier->edge_count[section];
    if (count == 0)
        return true;
    member *members = calloc(count, sizeof *members);
    if (!members)
        return false;
    for (size_t i = 0; i < count; i++)
        members[i] = (member){jaccuse_network_edge(network, dossier->edges[section][i]), i, 0};
    group(members, count, is_by_target(section));
    jaccuse_stream_print(page->out, "\n");
    cli_begin(page, 0, 2);
    cli_say(page, CLI_BOLD, headings[section]);
    if (section == JACCUSE_BY_HIS_PEOPLE)
        cli_say(page, CLI_BOLD, jaccuse_network_node(network, dossier->actor)->label);
    cli_end(page);
    section_page told = {page, network, dossier, section, members, count};
    print_groups(&told);
    free(members);
    return true;
}
