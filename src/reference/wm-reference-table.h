/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One table in the project's own format. Only the room itself includes this. */

typedef struct _WmReferenceTable WmReferenceTable;

WmReferenceTable *wm_reference_table_parse       (const char              *text,
                                                  GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
WmReferenceTable *wm_reference_table_load        (const char              *name) G_GNUC_WARN_UNUSED_RESULT;
void              wm_reference_table_free        (WmReferenceTable        *self);

char             *wm_reference_table_dup_about   (const WmReferenceTable  *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean          wm_reference_table_check       (const WmReferenceTable  *self,
                                                  const char *const       *columns,
                                                  GError                 **error);
gsize             wm_reference_table_get_n_rows  (const WmReferenceTable  *self);
gsize             wm_reference_table_get_n_cells (const WmReferenceTable  *self);
const char       *wm_reference_table_get_column  (const WmReferenceTable  *self,
                                                  gsize                    column);
const char       *wm_reference_table_get_cell    (const WmReferenceTable  *self,
                                                  gsize                    row,
                                                  gsize                    column);
guint             wm_reference_table_get_line    (const WmReferenceTable  *self,
                                                  gsize                    row);
gboolean          wm_reference_table_read_int    (const char              *cell,
                                                  int                     *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmReferenceTable, wm_reference_table_free)

G_END_DECLS
