// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tree/treenode.h"

class QSqlDatabase;

/// Entries of the workspace's journal: one text under one key. To be called on the workspace's thread.
namespace tenantry::ui::journalentry {

/// Empty when there is none.
QByteArray read(QSqlDatabase &database, const QString &key);
/// An empty body drops the entry.
void write(QSqlDatabase &database, const QString &key, const QString &kind, const QByteArray &body);

/// Names an instance in all sessions; two accounts of one server share it. Any thread but the workspace's.
QString nameOf(Instance &instance);
/// Names a table among all tables of all instances. Any thread but the workspace's.
QString nameOf(const NodePath &table);

} // namespace tenantry::ui::journalentry
