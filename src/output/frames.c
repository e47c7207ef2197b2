/* Frames: who speaks for one principal stands with him in one box, in columns, himself first. */
#include <math.h>
#include <stdlib.h>

#include "output/plan.h"

static const double PADDING = 14, TITLE = 22, GAP = 14, COLUMN_GAP = 18;
static const double INNER_ROOM = 26; /* beside the members, for lines between them */
static const double TITLE_FONT = 12;
enum { MOST_ROWS = 7 };

/* The end of the chain of `of`, or JACCUSE_NONE where a node speaks for himself. */
static size_t principal_of(const ja_picture *picture, size_t node)
{
    size_t count = jaccuse_network_node_count(picture->network), top = node;
    for (size_t steps = 0; steps < count; steps++) { /* a circle ends too */
        size_t next = jaccuse_network_node(picture->network, top)->of;
        if (next == JACCUSE_NONE || next >= count)
            break;
        top = next;
    }
    return top;
}

typedef struct member {
    size_t principal; /* node of the network */
    bool leads;       /* he is the principal himself */
    double font;
    size_t node; /* of the picture */
} member;

static int by_principal(const void *a, const void *b)
{
    const member *first = a, *second = b;
    if (first->principal != second->principal)
        return first->principal < second->principal ? -1 : 1;
    if (first->leads != second->leads)
        return first->leads ? -1 : 1;
    if (first->font != second->font)
        return first->font > second->font ? -1 : 1;
    return first->node < second->node ? -1 : 1;
}

static bool has_inner_edges(const ja_picture *picture, size_t frame)
{
    for (size_t i = 0; i < picture->edge_count; i++)
        if (picture->nodes[picture->edges[i].source].frame == frame &&
            picture->nodes[picture->edges[i].target].frame == frame)
            return true;
    return false;
}

/* Places of the members; the frame grows around them. */
static void arrange(ja_picture *picture, ja_frame *frame, double room)
{
    size_t columns = (frame->member_count + MOST_ROWS - 1) / MOST_ROWS;
    size_t rows = (frame->member_count + columns - 1) / columns;
    double x = PADDING, bottom = 0;
    frame->places = JA_NEW_N(picture->arena, ja_point, frame->member_count);
    for (size_t first = 0; first < frame->member_count; first += rows) {
        double widest = 0, y = TITLE + PADDING / 2;
        for (size_t i = first; i < first + rows && i < frame->member_count; i++)
            widest = fmax(widest, picture->nodes[frame->members[i]].width);
        for (size_t i = first; i < first + rows && i < frame->member_count; i++) {
            double height = picture->nodes[frame->members[i]].height;
            frame->places[i] = (ja_point){x + widest / 2, y + height / 2};
            y += height + GAP;
        }
        bottom = fmax(bottom, y - GAP);
        x += widest + COLUMN_GAP + room;
    }
    double title = ja_text_width(frame->label, TITLE_FONT, true) + 2 * PADDING;
    double own = x - COLUMN_GAP + PADDING;
    frame->width = ceil(fmax(own, title));
    for (size_t i = 0; i < frame->member_count; i++)
        frame->places[i].x += (frame->width - own) / 2;
    frame->height = ceil(bottom + PADDING);
}

static void make_frame(ja_picture *picture, const member *members, size_t count)
{
    size_t index = picture->frame_count++;
    ja_frame *frame = &picture->frames[index];
    const jaccuse_node *principal = jaccuse_network_node(picture->network, members[0].principal);
    *frame = (ja_frame){.principal = members[0].principal,
                        .label = ja_text_cut(picture->arena, ja_label(picture, principal), 40),
                        .members = JA_NEW_N(picture->arena, size_t, count),
                        .member_count = count};
    for (size_t i = 0; i < count; i++) {
        frame->members[i] = members[i].node;
        picture->nodes[members[i].node].frame = index;
    }
    arrange(picture, frame, has_inner_edges(picture, index) ? INNER_ROOM : 0);
}

void ja_make_frames(ja_picture *picture)
{
    member *members = JA_NEW_N(picture->arena, member, picture->node_count + 1);
    picture->frames = JA_NEW_N(picture->arena, ja_frame, picture->node_count + 1);
    for (size_t i = 0; i < picture->node_count; i++) {
        size_t top = principal_of(picture, picture->nodes[i].index);
        members[i] = (member){top, top == picture->nodes[i].index, picture->nodes[i].font, i};
    }
    qsort(members, picture->node_count, sizeof *members, by_principal);
    for (size_t i = 0, end; i < picture->node_count; i = end) {
        for (end = i; end < picture->node_count && members[end].principal == members[i].principal;)
            end++;
        if (end - i > 1)
            make_frame(picture, members + i, end - i);
    }
}
