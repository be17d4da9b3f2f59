/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/* A ZIP file whose parts are XML documents, read with a bound on all that is unpacked. */
typedef struct _WmZipArchive WmZipArchive;
typedef struct _WmZipXml WmZipXml;

WmZipArchive     *wm_zip_archive_open     (const char    *path,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void              wm_zip_archive_free     (WmZipArchive  *self);
gboolean          wm_zip_archive_has      (WmZipArchive  *self,
                                           const char    *name);

WmZipXml         *wm_zip_xml_open         (WmZipArchive  *archive,
                                           const char    *name,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void              wm_zip_xml_free         (WmZipXml      *self);
xmlTextReader    *wm_zip_xml_get_reader   (WmZipXml      *self);
gboolean          wm_zip_xml_next         (WmZipXml      *self,
                                           gboolean      *has_node,
                                           GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmZipArchive, wm_zip_archive_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmZipXml, wm_zip_xml_free)

G_END_DECLS
