/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-indicator.h"
#include "wm-store.h"

G_BEGIN_DECLS

/**
 * WmIndicatorRow:
 * @indicator: what is known of it
 * @search: its code, title and topics, folded for [func@text_contains]
 * @own_polarity: the user's own direction; -1 where the source's stands
 * @own_reason: (nullable): why the user decided so
 * @source_polarity: the direction that the source gives
 *
 * A line in the list of measures. The user's own direction, when there is one, is in @indicator
 * already, with who decided it and when.
 */
typedef struct
{
  WmIndicator *indicator;
  char *search;
  int own_polarity;
  char *own_reason;
  WmPolarity source_polarity;
} WmIndicatorRow;

void            wm_indicator_row_free          (WmIndicatorRow  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmIndicatorRow, wm_indicator_row_free)

GPtrArray      *wm_store_list_indicators       (WmStore         *self,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *wm_store_list_family_indicators (WmStore        *self,
                                                const char      *family,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        wm_store_has_family            (WmStore         *self,
                                                const char      *family,
                                                gboolean        *has,
                                                GError         **error);
WmIndicatorRow *wm_store_get_indicator         (WmStore         *self,
                                                const char      *code,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        wm_store_set_own_direction     (WmStore         *self,
                                                const char      *code,
                                                WmPolarity       polarity,
                                                const char      *by,
                                                const char      *date,
                                                const char      *reason,
                                                GError         **error);
gboolean        wm_store_clear_own_direction   (WmStore         *self,
                                                const char      *code,
                                                GError         **error);
gboolean        wm_store_add_break             (WmStore         *self,
                                                const char      *code,
                                                int              end_year,
                                                const char      *note,
                                                GError         **error);
gboolean        wm_store_remove_break          (WmStore         *self,
                                                const char      *code,
                                                int              end_year,
                                                GError         **error);

G_END_DECLS
