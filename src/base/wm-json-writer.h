/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _WmJsonWriter WmJsonWriter;

WmJsonWriter *wm_json_writer_new          (void) G_GNUC_WARN_UNUSED_RESULT;
char         *wm_json_writer_finish       (WmJsonWriter *self) G_GNUC_WARN_UNUSED_RESULT;

void          wm_json_writer_begin_object (WmJsonWriter *self,
                                           const char   *key);
void          wm_json_writer_end_object   (WmJsonWriter *self);
void          wm_json_writer_begin_array  (WmJsonWriter *self,
                                           const char   *key);
void          wm_json_writer_end_array    (WmJsonWriter *self);

void          wm_json_writer_add_text     (WmJsonWriter *self,
                                           const char   *key,
                                           const char   *text);
void          wm_json_writer_add_number   (WmJsonWriter *self,
                                           const char   *key,
                                           double        number);
void          wm_json_writer_add_count    (WmJsonWriter *self,
                                           const char   *key,
                                           guint64       count);
void          wm_json_writer_add_boolean  (WmJsonWriter *self,
                                           const char   *key,
                                           gboolean      claim);
void          wm_json_writer_add_json     (WmJsonWriter *self,
                                           const char   *key,
                                           const char   *json);

G_END_DECLS
