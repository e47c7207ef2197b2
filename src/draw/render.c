/* An SVG painted by librsvg and cairo: PNG at twice its size, for paper and fine screens, or PDF.
 */
#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "draw/draw.h"

static const double PNG_SCALE = 2.0;
static const double MOST_PIXELS = 100e6; /* 400 MB; beyond, the scale goes down */
static const double MOST_SIDE = 32000.0; /* cairo's own limit is 32767 */
static const double PDF_POINTS_PER_PIXEL = 0.75;

static cairo_status_t write_bytes(void *stream, const unsigned char *bytes, unsigned length)
{
    jaccuse_stream_write(stream, bytes, length);
    return jaccuse_stream_failed(stream) ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static double png_scale(double width, double height)
{
    double scale = fmin(PNG_SCALE, MOST_SIDE / fmax(width, height));
    return fmin(scale, sqrt(MOST_PIXELS / (width * height)));
}

/* Paints the whole document into `surface`, stretched by `scale`. */
static jaccuse_status paint(RsvgHandle *svg, cairo_surface_t *surface, double width, double height,
                            double scale, jaccuse_error *error)
{
    cairo_t *cairo = cairo_create(surface);
    cairo_scale(cairo, scale, scale);
    RsvgRectangle page = {0, 0, width, height};
    GError *problem = NULL;
    gboolean done = rsvg_handle_render_document(svg, cairo, &page, &problem);
    cairo_status_t state = cairo_status(cairo);
    cairo_destroy(cairo);
    jaccuse_status status = JACCUSE_OK;
    if (!done)
        status = ja_fail(error, JACCUSE_ERROR_DRAW, "%s", problem ? problem->message : "librsvg");
    else if (state != CAIRO_STATUS_SUCCESS)
        status = ja_fail(error, JACCUSE_ERROR_DRAW, "%s", cairo_status_to_string(state));
    g_clear_error(&problem);
    return status;
}

static jaccuse_status finish(cairo_surface_t *surface, bool png, jaccuse_stream *out,
                             jaccuse_error *error)
{
    cairo_status_t state;
    if (png) {
        state = cairo_surface_write_to_png_stream(surface, write_bytes, out);
    } else {
        cairo_surface_finish(surface);
        state = cairo_surface_status(surface);
    }
    if (state == CAIRO_STATUS_SUCCESS)
        return JACCUSE_OK;
    return ja_fail(error, JACCUSE_ERROR_DRAW, "%s", cairo_status_to_string(state));
}

static jaccuse_status render(RsvgHandle *svg, bool png, jaccuse_stream *out, jaccuse_error *error)
{
    double width, height;
    if (!rsvg_handle_get_intrinsic_size_in_pixels(svg, &width, &height) || !(width > 0) ||
        !(height > 0) || width > 1e6 || height > 1e6)
        return ja_fail(error, JACCUSE_ERROR_FORMAT, "the SVG has no size");
    double scale = png ? png_scale(width, height) : PDF_POINTS_PER_PIXEL;
    cairo_surface_t *surface;
    if (png)
        surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)ceil(width * scale),
                                             (int)ceil(height * scale));
    else
        surface =
            cairo_pdf_surface_create_for_stream(write_bytes, out, width * scale, height * scale);
    if (!png) /* the same bytes for the same picture */
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
    jaccuse_status status = paint(svg, surface, width, height, scale, error);
    if (status == JACCUSE_OK)
        status = finish(surface, png, out, error);
    cairo_surface_destroy(surface);
    return status;
}

jaccuse_status ja_draw_render(ja_slice text, const char *format, jaccuse_stream *out,
                              jaccuse_error *error)
{
    GError *problem = NULL;
    /* Without a base URL librsvg loads nothing from outside. */
    RsvgHandle *svg =
        rsvg_handle_new_from_data((const guint8 *)text.at, (gsize)text.length, &problem);
    if (!svg) {
        jaccuse_status status =
            ja_fail(error, JACCUSE_ERROR_FORMAT, "%s", problem ? problem->message : "no SVG");
        g_clear_error(&problem);
        return status;
    }
    jaccuse_status status = render(svg, strcmp(format, "png") == 0, out, error);
    g_object_unref(svg);
    return status;
}
