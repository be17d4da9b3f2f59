/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The parts of the document of a framework, each a file. */
#pragma once

#include "wm-framework-document.h"

G_BEGIN_DECLS

typedef struct
{
  WmFramework *framework;  /* lent */
  WmDocument *document;
  GHashTable *data_words;  /* (nullable), lent: id of an indicator -> what data there are */
  guint64 outcome_fields;    /* a bit for each field that any outcome has */
  guint64 indicator_fields;  /* the same of the indicators */
} WmFrameworkWriter;

typedef gboolean (*WmFrameworkItemFunc) (WmFrameworkWriter     *writer,
                                         const WmFrameworkItem *item);

/* Sections. Those that have nothing to say add nothing, not even a heading. */
void        wm_framework_write_domains      (WmFrameworkWriter     *writer);
void        wm_framework_write_unplaced     (WmFrameworkWriter     *writer);
void        wm_framework_write_gaps         (WmFrameworkWriter     *writer);
void        wm_framework_write_planned      (WmFrameworkWriter     *writer);
void        wm_framework_write_vital_signs  (WmFrameworkWriter     *writer);
void        wm_framework_write_selection    (WmFrameworkWriter     *writer);
void        wm_framework_write_pilot        (WmFrameworkWriter     *writer);
void        wm_framework_write_references   (WmFrameworkWriter     *writer);
void        wm_framework_write_definitions  (WmFrameworkWriter     *writer);

/* Questions that several of them ask. */
const char *wm_framework_item_get_words     (const WmFrameworkItem *item,
                                             WmField                field);
char       *wm_framework_item_dup_name      (const WmFrameworkItem *item) G_GNUC_WARN_UNUSED_RESULT;
char       *wm_framework_item_dup_anchor    (const WmFrameworkItem *item) G_GNUC_WARN_UNUSED_RESULT;
char       *wm_framework_item_dup_parents   (WmFrameworkWriter     *writer,
                                             const WmFrameworkItem *item) G_GNUC_WARN_UNUSED_RESULT;
gboolean    wm_framework_is_measured        (WmFrameworkWriter     *writer,
                                             const WmFrameworkItem *item);
gboolean    wm_framework_is_judged          (WmFrameworkWriter     *writer,
                                             const WmFrameworkItem *item);
gboolean    wm_framework_is_vital_sign      (WmFrameworkWriter     *writer,
                                             const WmFrameworkItem *item);
guint       wm_framework_count_if           (WmFrameworkWriter     *writer,
                                             WmFrameworkItemFunc    func);
void        wm_framework_count_pilot        (WmFrameworkWriter     *writer,
                                             guint                 *n_open,
                                             guint                 *n_answered);

/* Cells that most tables begin with: the code, and the title that leads to the definition. */
void        wm_framework_add_name_columns   (WmFrameworkWriter     *writer);
void        wm_framework_add_name_cells     (WmFrameworkWriter     *writer,
                                             const WmFrameworkItem *item);

G_END_DECLS
