/* The two commands that write a network to a file: `map` draws it, `export` lists it. */
#include <string.h>

#include "cli/cli.h"

static bool find_format(const cli_settings *settings, jaccuse_format *format)
{
    if (settings->format)
        *format = jaccuse_format_from_name(settings->format);
    else if (settings->output)
        *format = jaccuse_format_from_path(settings->output);
    else
        *format = JACCUSE_FORMAT_COUNT;
    return *format != JACCUSE_FORMAT_COUNT;
}

static cli_exit check_format(const cli_settings *settings, const char *formats,
                             jaccuse_format *format)
{
    if (!settings->output && !settings->format) {
        cli_message("%s: say where to write with -o FILE (%s)", settings->program, formats);
        return CLI_USAGE;
    }
    if (!find_format(settings, format) || !strstr(formats, jaccuse_format_name(*format))) {
        cli_message("%s: \"%s\" is none of its forms: %s", settings->program,
                    settings->format ? settings->format : settings->output, formats);
        return CLI_USAGE;
    }
    if (settings->dynamic && *format != JACCUSE_GEXF) {
        cli_message("%s: --dynamic goes with gexf alone", settings->program);
        return CLI_USAGE;
    }
    return CLI_DONE;
}

static cli_exit check_looks(const cli_settings *settings, jaccuse_map_options *options)
{
    const char *colour = settings->colour ? settings->colour : "kind";
    const char *theme = settings->theme ? settings->theme : "auto";
    bool community = strcmp(colour, "community") == 0;
    if (!community && strcmp(colour, "kind") != 0) {
        cli_message("--colour is kind or community, not \"%s\"", colour);
        return CLI_USAGE;
    }
    options->colour_by = community ? JACCUSE_COLOUR_COMMUNITY : JACCUSE_COLOUR_KIND;
    if (strcmp(theme, "light") == 0) {
        options->theme = JACCUSE_THEME_LIGHT;
    } else if (strcmp(theme, "dark") == 0) {
        options->theme = JACCUSE_THEME_DARK;
    } else if (strcmp(theme, "auto") != 0) {
        cli_message("--theme is light, dark or auto, not \"%s\"", theme);
        return CLI_USAGE;
    }
    options->group = settings->group;
    options->timeline = settings->timeline;
    return CLI_DONE;
}

static cli_exit read_choices(const cli_settings *settings, jaccuse_map_options *options)
{
    if (settings->labels)
        options->language = settings->labels;
    options->layout = settings->layout;
    options->title = settings->title;
    options->max_nodes = settings->max_nodes;
    options->dynamic = settings->dynamic;
    options->notify = cli_notify;
    options->notify_context = (void *)(size_t)settings;
    if (settings->measure) {
        options->size_by = jaccuse_measure_from_name(settings->measure);
        if (options->size_by == JACCUSE_MEASURE_COUNT) {
            cli_message("\"%s\" is no measure (jaccuse rank --measure help lists them)",
                        settings->measure);
            return CLI_USAGE;
        }
    }
    const char *layout = settings->layout;
    if (layout && strcmp(layout, "dot") != 0 && strcmp(layout, "neato") != 0 &&
        strcmp(layout, "sfdp") != 0) {
        cli_message("--layout is dot, neato or sfdp, not \"%s\"", layout);
        return CLI_USAGE;
    }
    return check_looks(settings, options);
}

cli_exit cli_check_map_options(const cli_settings *settings)
{
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    return read_choices(settings, &options);
}

jaccuse_format cli_picture_format(const cli_settings *settings)
{
    jaccuse_format format = jaccuse_format_from_path(settings->output);
    return jaccuse_format_is_picture(format) ? format : JACCUSE_FORMAT_COUNT;
}

cli_exit cli_draw_part(const cli_settings *settings, jaccuse_network *network,
                       const bool *keep_nodes, const bool *keep_edges, jaccuse_format format,
                       const char *title, cli_exit so_far)
{
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    cli_exit status = read_choices(settings, &options);
    if (status != CLI_DONE)
        return status;
    if (!options.title)
        options.title = title;
    jaccuse_error error;
    if (jaccuse_network_narrow(network, keep_nodes, keep_edges, &error) != JACCUSE_OK)
        return cli_worse(so_far, cli_fail(&error));
    options.max_nodes = jaccuse_network_node_count(network);
    if (jaccuse_map(network, format, settings->output, &options, &error) != JACCUSE_OK)
        return cli_worse(so_far, cli_fail(&error));
    return so_far;
}

typedef jaccuse_status (*network_writer)(jaccuse_network *network, jaccuse_format format,
                                         const char *path, const jaccuse_map_options *options,
                                         jaccuse_error *error);

static cli_exit write_network(const cli_settings *settings, const char *formats,
                              network_writer writer)
{
    jaccuse_format format;
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    cli_exit status = check_format(settings, formats, &format);
    if (status == CLI_DONE)
        status = read_choices(settings, &options);
    if (status != CLI_DONE)
        return status;
    jaccuse_network *network =
        cli_read_network(settings, settings->arguments, settings->argument_count, &status);
    if (!network)
        return status;
    jaccuse_error error;
    if (writer(network, format, settings->output, &options, &error) != JACCUSE_OK)
        status = cli_fail(&error);
    jaccuse_network_free(network);
    return status;
}

cli_exit cmd_map(const cli_settings *settings)
{
    const char *formats = settings->timeline ? "svg png pdf" : "svg html png pdf dot";
    return write_network(settings, formats, jaccuse_map);
}

cli_exit cmd_export(const cli_settings *settings)
{
    return write_network(settings, "graphml gexf csv json dot events", jaccuse_export);
}
