/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WM_STORE_ERROR:
 *
 * The domain of errors of the project file.
 */
#define WM_STORE_ERROR (wm_store_error_quark ())

/**
 * WmStoreError:
 * @WM_STORE_ERROR_NOT_OURS: the file is not a Waymark project
 * @WM_STORE_ERROR_NEWER: the file is from a newer version of the program
 * @WM_STORE_ERROR_DAMAGED: the file is cut off or structurally damaged
 * @WM_STORE_ERROR_EXISTS: there is a file already
 * @WM_STORE_ERROR_MISSING: there is no such file
 * @WM_STORE_ERROR_BUSY: another program is writing to the file
 * @WM_STORE_ERROR_READ_ONLY: the project is open for reading only
 * @WM_STORE_ERROR_FULL: the disk is full
 * @WM_STORE_ERROR_UNKNOWN_ITEM: no import, group, set ... of that name
 * @WM_STORE_ERROR_FAILED: anything else that SQLite reports
 */
typedef enum
{
  WM_STORE_ERROR_NOT_OURS,
  WM_STORE_ERROR_NEWER,
  WM_STORE_ERROR_DAMAGED,
  WM_STORE_ERROR_EXISTS,
  WM_STORE_ERROR_MISSING,
  WM_STORE_ERROR_BUSY,
  WM_STORE_ERROR_READ_ONLY,
  WM_STORE_ERROR_FULL,
  WM_STORE_ERROR_UNKNOWN_ITEM,
  WM_STORE_ERROR_FAILED,
} WmStoreError;

GQuark      wm_store_error_quark          (void);

/**
 * WmStore:
 *
 * An open project. It belongs to the thread that uses it first; every other thread takes a
 * sibling of its own. A counted value.
 */
typedef struct _WmStore WmStore;

/**
 * WmStoreFlags:
 * @WM_STORE_READ_ONLY: open for reading only
 */
typedef enum
{
  WM_STORE_DEFAULT = 0,
  WM_STORE_READ_ONLY = 1 << 0,
} WmStoreFlags;

WmStore    *wm_store_create               (const char    *path,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
WmStore    *wm_store_open                 (const char    *path,
                                           WmStoreFlags   flags,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
WmStore    *wm_store_open_sibling         (WmStore       *self,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
WmStore    *wm_store_ref                  (WmStore       *self);
void        wm_store_unref                (WmStore       *self);

const char *wm_store_get_path             (WmStore       *self);
gboolean    wm_store_is_read_only         (WmStore       *self);
const char *wm_store_get_read_only_reason (WmStore       *self);
gboolean    wm_store_was_updated          (WmStore       *self);
gboolean    wm_store_copy_to              (WmStore       *self,
                                           const char    *path,
                                           GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmStore, wm_store_unref)

G_END_DECLS
