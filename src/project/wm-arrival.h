/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-project.h"
#include "wm-store-changes.h"
#include "wm-table.h"

G_BEGIN_DECLS

/**
 * WmArrival:
 * @import_id: the import
 * @counts: how much it brought
 * @own_counts: how much of it the authority has
 * @changes: (element-type WmChange): what changed for the authority since the values before
 * @n_new: how many of them are new
 * @n_revised: how many were revised
 * @n_gone: how many have no number any more
 * @lines: (array zero-terminated=1): the same in up to three lines of words
 *
 * What an import brought, before any findings.
 */
typedef struct
{
  gint64 import_id;
  WmStoreCounts counts;
  WmStoreCounts own_counts;
  GPtrArray *changes;
  gsize n_new;
  gsize n_revised;
  gsize n_gone;
  GStrv lines;
} WmArrival;

WmArrival *wm_arrival_new              (WmProject        *project,
                                        gint64            import_id,
                                        const char       *area_code,
                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void       wm_arrival_free             (WmArrival        *self);
WmTable   *wm_arrival_make_table       (const WmArrival  *self,
                                        WmProject        *project,
                                        int               kind) G_GNUC_WARN_UNUSED_RESULT;
gboolean   wm_arrival_find_last_import (WmProject        *project,
                                        gint64           *import_id,
                                        GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmArrival, wm_arrival_free)

G_END_DECLS
