/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store-sql-private.h"
#include "wm-store-writer.h"

G_BEGIN_DECLS

gboolean      wm_store_intern_code      (WmStore           *self,
                                         const char        *insert,
                                         const char        *find,
                                         const char        *text,
                                         gint64            *id,
                                         GError           **error);
gboolean      wm_store_intern_area      (WmStore           *self,
                                         const WmArea      *area,
                                         gint64             import_id,
                                         gint64            *id,
                                         GError           **error);
gboolean      wm_store_put_neighbours   (WmStore           *self,
                                         gint64             import_id,
                                         const char        *list,
                                         const WmNeighbourEntry *entries,
                                         gsize              n_entries,
                                         GError           **error);
gboolean      wm_store_intern_indicator (WmStore           *self,
                                         const char        *code,
                                         gint64            *id,
                                         GError           **error);
gboolean      wm_store_put_facts        (WmStore           *self,
                                         gint64             indicator_id,
                                         gint64             import_id,
                                         const WmIndicator *indicator,
                                         GError           **error);
gboolean      wm_store_put_findings     (WmStore           *self,
                                         gint64             import_id,
                                         GPtrArray         *findings,
                                         GError           **error);
guint64       wm_store_hash_row         (const WmObservationRow *row);

G_END_DECLS
