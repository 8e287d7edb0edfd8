// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/reply.h"

#include <QObject>
#include <QString>

#include <optional>

namespace tenantry::ui {

/// Where passwords are kept between two runs of the console, by a key the console chooses. Every call returns at once
/// and is answered through the event loop; what is kept is kept when the answer says so, and an answer that fails says
/// why, as a sentence for the user.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Nothing, when nothing is kept under this key.
    virtual client::Reply<std::optional<QString>> read(const QString &key) = 0;
    virtual client::Reply<void> write(const QString &key, const QString &secret) = 0;
    /// Also well when nothing is kept under this key.
    virtual client::Reply<void> remove(const QString &key) = 0;
};

} // namespace tenantry::ui
