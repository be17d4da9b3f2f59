/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store.h"

G_BEGIN_DECLS

/**
 * WmEvent:
 * @id: its number in the project; 0 before it is stored
 * @date: when, YYYY-MM-DD
 * @title: what happened
 * @note: (nullable): more about it
 * @area_code: (nullable): the area that it concerns; %NULL for all
 * @indicator_code: (nullable): the measure that it concerns; %NULL for all
 *
 * A dated event, such as an inspection or a new system.
 */
typedef struct
{
  gint64 id;
  char *date;
  char *title;
  char *note;
  char *area_code;
  char *indicator_code;
} WmEvent;

WmEvent   *wm_event_new          (const char     *date,
                                  const char     *title) G_GNUC_WARN_UNUSED_RESULT;
WmEvent   *wm_event_copy         (const WmEvent  *self) G_GNUC_WARN_UNUSED_RESULT;
void       wm_event_free         (WmEvent        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmEvent, wm_event_free)

GPtrArray *wm_store_list_events  (WmStore        *self,
                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;
WmEvent   *wm_store_get_event    (WmStore        *self,
                                  gint64          id,
                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   wm_store_put_event    (WmStore        *self,
                                  WmEvent        *event,
                                  GError        **error);
gboolean   wm_store_remove_event (WmStore        *self,
                                  gint64          id,
                                  GError        **error);

G_END_DECLS
