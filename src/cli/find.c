/* The actor whom a person names, or who it may be. */
#include <stdio.h>

#include "cli/cli.h"

enum { MOST_CANDIDATES = 12, MOST_NEAR = 5 };

/* "  ID  LABEL, KIND, of PRINCIPAL, named in N claims" */
static void list(const jaccuse_network *network, const size_t *nodes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const jaccuse_node *node = jaccuse_network_node(network, nodes[i]);
        const jaccuse_node *of = jaccuse_network_node(network, node->of);
        size_t claims = jaccuse_node_claims(node);
        cli_message_more("  %-28s  %s, %s%s%s, in %zu %s", node->id, node->label,
                         jaccuse_kind_name(node->kind), of ? " of " : "", of ? of->label : "",
                         claims, claims == 1 ? "claim" : "claims");
    }
}

size_t cli_find_actor(const jaccuse_network *network, const char *name)
{
    size_t found[MOST_CANDIDATES], count;
    jaccuse_fit fit;
    jaccuse_error error;
    if (jaccuse_network_match(network, name, found, MOST_CANDIDATES, &count, &fit, &error) !=
        JACCUSE_OK) {
        cli_tell(&error);
        return JACCUSE_NONE;
    }
    if (count == 1 && fit < JACCUSE_FITS_NEARLY)
        return found[0];
    size_t most = fit < JACCUSE_FITS_NEARLY ? MOST_CANDIDATES : MOST_NEAR;
    const char *nobody =
        jaccuse_network_is_filtered(network) ? "nobody whom the filters leave" : "nobody";
    if (count == 0)
        cli_message("%s is called \"%s\"", nobody, name);
    else if (fit >= JACCUSE_FITS_NEARLY)
        cli_message("%s is called \"%s\"; did you mean", nobody, name);
    else
        cli_message("\"%s\" may be any of %zu; say which by the id", name, count);
    list(network, found, count < most ? count : most);
    if (count > most && fit < JACCUSE_FITS_NEARLY)
        cli_message_more("  and %zu more", count - most);
    return JACCUSE_NONE;
}
