/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-period.h"
#include "wm-store.h"

G_BEGIN_DECLS

/**
 * WmNote:
 * @id: its number in the project; 0 before it is stored
 * @text: the note
 * @indicator_code: the measure that it speaks of
 * @area_code: (nullable): the area that it speaks of; %NULL for all
 * @period: the period that it speaks of; %WM_PERIOD_NONE for all
 * @written_at: (nullable): when it was written, ISO 8601 in UTC; %NULL for now
 *
 * A note on a measure, area and period.
 */
typedef struct
{
  gint64 id;
  char *text;
  char *indicator_code;
  char *area_code;
  WmPeriod period;
  char *written_at;
} WmNote;

WmNote    *wm_note_new          (const char    *indicator_code,
                                 const char    *text) G_GNUC_WARN_UNUSED_RESULT;
WmNote    *wm_note_copy         (const WmNote  *self) G_GNUC_WARN_UNUSED_RESULT;
void       wm_note_free         (WmNote        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmNote, wm_note_free)

GPtrArray *wm_store_list_notes  (WmStore       *self,
                                 const char    *indicator_code,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;
WmNote    *wm_store_get_note    (WmStore       *self,
                                 gint64         id,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   wm_store_put_note    (WmStore       *self,
                                 WmNote        *note,
                                 GError       **error);
gboolean   wm_store_remove_note (WmStore       *self,
                                 gint64         id,
                                 GError       **error);

G_END_DECLS
