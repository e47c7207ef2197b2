/* What an article says, on a page: the sentence with its cue, where it stands, what answers it. */
#include <string.h>

#include "cli/cli.h"

enum { MOST_NAMED = 16 };
static const char NOBODY[] = "somebody not named";

static cli_style cue_style(jaccuse_relation relation)
{
    return relation == JACCUSE_ACCUSES ? CLI_ACCUSES : CLI_DENIES;
}

static void put_quote(cli_page *page, const char *quote, jaccuse_span cue, cli_style style)
{
    size_t length = quote ? strlen(quote) : 0;
    if (cue.end > length || cue.begin > cue.end)
        cue = (jaccuse_span){0, 0};
    cli_say(page, CLI_PLAIN, "\"");
    if (length) {
        cli_put(page, CLI_PLAIN, quote, cue.begin);
        cli_put(page, style, quote + cue.begin, cue.end - cue.begin);
        cli_put(page, CLI_PLAIN, quote + cue.end, length - cue.end);
    }
    cli_say(page, CLI_PLAIN, "\"");
}

void cli_print_evidence(cli_page *page, size_t indent, jaccuse_relation relation,
                        const jaccuse_evidence *evidence)
{
    cli_begin(page, indent, indent + 1);
    put_quote(page, evidence->quote, evidence->cue, cue_style(relation));
    cli_end(page);
    cli_begin(page, indent + 2, indent + 5);
    cli_say(page, CLI_FAINT, "-- ");
    cli_say(page, CLI_FAINT, evidence->outlet ? evidence->outlet : evidence->article_id);
    const char *const more[] = {evidence->date, evidence->url};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        if (!more[i])
            continue;
        cli_say(page, CLI_FAINT, ", ");
        cli_say(page, CLI_FAINT, more[i]);
    }
    cli_end(page);
}

static bool is_same_sentence(const jaccuse_evidence *evidence, const jaccuse_counterclaim *claim)
{
    return evidence->quote && claim->quote && strcmp(evidence->quote, claim->quote) == 0;
}

/* One claim across, with its words unless they were read just now. */
static void print_answer(cli_page *page, size_t indent, bool denial,
                         const jaccuse_counterclaim *claim, bool same)
{
    cli_begin(page, indent, indent + 2);
    cli_say(page, denial ? CLI_DENIES : CLI_ACCUSES, denial ? "denied" : "in answer");
    cli_say(page, CLI_PLAIN, denial ? " by " : " to ");
    cli_say(page, CLI_PLAIN, claim->by_label ? claim->by_label : NOBODY);
    cli_say(page, CLI_PLAIN, same ? ", in the same sentence" : ": ");
    if (!same)
        put_quote(page, claim->quote, claim->cue, denial ? CLI_DENIES : CLI_ACCUSES);
    cli_end(page);
}

/* "and by A; B; C": whoever else makes such a claim, once each. */
static void print_others(cli_page *page, size_t indent, bool denial, const char *const *names,
                         size_t count)
{
    if (count == 0)
        return;
    cli_begin(page, indent, indent + 2);
    cli_say(page, CLI_PLAIN, denial ? "and by " : "and to ");
    for (size_t i = 0; i < count; i++) {
        cli_say(page, CLI_PLAIN, i ? "; " : "");
        cli_say(page, CLI_PLAIN, names[i]);
    }
    cli_end(page);
}

static bool is_among(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

void cli_print_answers(cli_page *page, size_t indent, jaccuse_network *network,
                       jaccuse_relation relation, const jaccuse_evidence *evidence)
{
    bool denial = relation == JACCUSE_ACCUSES, quoted = false;
    const char *named[MOST_NAMED]; /* those with a line of their own, then the others */
    size_t count = 0, own = 0;
    jaccuse_counterclaim claim = {0};
    while (jaccuse_network_counterclaim(network, evidence, &claim)) {
        const char *name = claim.by_label ? claim.by_label : NOBODY;
        bool same = is_same_sentence(evidence, &claim);
        if ((same && !denial) || count == MOST_NAMED || (quoted && is_among(named, count, name)))
            continue;
        named[count++] = name;
        if (quoted)
            continue;
        print_answer(page, indent, denial, &claim, same);
        quoted = !same;
        own = count;
    }
    print_others(page, indent, denial, named + own, count - own);
    if (count > 0 || !evidence->disputed)
        return;
    cli_begin(page, indent, indent + 2);
    cli_say(page, CLI_DENIES, "denied");
    cli_say(page, CLI_PLAIN, " in another copy of this story");
    cli_end(page);
}
