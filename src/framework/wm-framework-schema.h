/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

gboolean wm_framework_schema_fits (xmlDocPtr   document,
                                   guint64    *line,
                                   char      **element);

G_END_DECLS
