// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/json/value.h"
#include "core/secrets/sensitivity.h"

#include <QStringList>

namespace tenantry::secrets {

/// A key with a value, of the site or of one of its apps.
struct Secret
{
    QString id;
    std::int64_t appId = 0; ///< 0: of the site itself
    QString app;            ///< slug of that app; empty: of the site itself
    QString key;
    std::int64_t typeId = 0;
    QString typeName;
    Sensitivity sensitivity = Sensitivity::Private; ///< of the type
    QString description;
    QStringList tags; ///< names, in order
    Micros createdAt = 0;
    Micros updatedAt = 0;
    /// What is stored: JSON where it is public, else that sealed.
    QByteArray stored;
    /// Set where it was asked for, and is public or was opened.
    std::optional<json::Value> value;
};

/// What a caller may set; what is absent stays as it is.
struct SecretChange
{
    std::optional<json::Value> value;
    std::optional<QString> type; ///< name or slug
    std::optional<QStringList> tags;
    std::optional<QString> description;
};

/// One entry of what was done to a secret.
struct SecretHistoryEntry
{
    std::int64_t id = 0;
    Micros at = 0;
    QString change; ///< "+" made, "~" changed, "-" deleted
    std::optional<QString> user;
    QString correlationId;
    QString key;
    QString typeName;
    QString sensitivity;
    QStringList tags;
    QString description;
};

inline constexpr qsizetype maxDescriptionLength = 1000; ///< characters
inline constexpr qsizetype maxTags = 50;

/// Whether it may be the key of a secret: 1 to 255 letters, digits, '_', '.' and '-', a letter or digit first.
bool isSecretKey(const QString &key);

} // namespace tenantry::secrets
