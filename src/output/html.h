/* One page: heading, map, and a table of every accusation and denial with its evidence. */
#ifndef JA_OUTPUT_HTML_H
#define JA_OUTPUT_HTML_H

#include "output/picture.h"
#include "output/xml_writer.h"

void ja_html_write(ja_xml *xml, const ja_picture *picture);

#endif
