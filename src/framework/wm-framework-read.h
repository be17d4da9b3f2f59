/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

G_BEGIN_DECLS

#define WM_FRAMEWORK_ERROR (wm_framework_error_quark ())

/**
 * WmFrameworkError:
 * @WM_FRAMEWORK_ERROR_NOT_XML: the file is not well-formed XML
 * @WM_FRAMEWORK_ERROR_UNSAFE: the file declares a document type or entities
 * @WM_FRAMEWORK_ERROR_TOO_LARGE: the file is larger or deeper than any framework
 * @WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK: the file is XML of another kind, or a table without titles
 * @WM_FRAMEWORK_ERROR_NEWER: the file was written by a newer version of the program
 * @WM_FRAMEWORK_ERROR_BAD_CONTENT: something in the file is wrong; the findings say what
 * @WM_FRAMEWORK_ERROR_UNKNOWN: there is no framework or item of that id
 */
typedef enum
{
  WM_FRAMEWORK_ERROR_NOT_XML,
  WM_FRAMEWORK_ERROR_UNSAFE,
  WM_FRAMEWORK_ERROR_TOO_LARGE,
  WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK,
  WM_FRAMEWORK_ERROR_NEWER,
  WM_FRAMEWORK_ERROR_BAD_CONTENT,
  WM_FRAMEWORK_ERROR_UNKNOWN,
} WmFrameworkError;

/* No honest framework is larger; and libxml2 refuses texts of more than 10 million characters, so
 * that everything below this size can be read. [bytes] */
#define WM_FRAMEWORK_MAX_SIZE (8 * 1024 * 1024)

GQuark       wm_framework_error_quark (void);

WmFramework *wm_framework_read        (const char   *data,
                                       gsize         length,
                                       GPtrArray    *findings,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;
WmFramework *wm_framework_load        (const char   *path,
                                       GPtrArray    *findings,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
