// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"

#include "core/json/number.h"

#include <QStringList>

#include <nlohmann/json.hpp>

#include <unordered_set>

using namespace Qt::StringLiterals;

namespace tenantry::json {

namespace {

/// long double, so that a number is refused for its size only where no database holds it. Its value is never used.
using Lexed = nlohmann::basic_json<std::map, std::vector, std::string, bool, std::int64_t, std::uint64_t, long double>;

/// Objects with fewer members are searched for duplicate keys without an index.
constexpr std::size_t smallObject = 16;

/// A container that is being read.
struct Frame
{
    Value container;
    std::string key; ///< of the member being read
    std::unordered_set<std::string> keys;
};

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

bool containsNul(std::string_view text)
{
    return text.find('\0') != std::string_view::npos;
}

/// What of nlohmann's message is about the text, not about the library: "invalid literal".
QString reason(std::string_view what)
{
    const std::size_t dash = what.rfind(" - ");
    what.remove_prefix(dash == std::string_view::npos ? 0 : dash + 3);
    return toText(what.substr(0, what.find("; last read")));
}

/// Builds the value while nlohmann's parser, which does not recurse, walks over the text.
class Builder : public nlohmann::json_sax<Lexed>
{
public:
    Builder(std::string_view text, const ReadLimits &limits)
        : m_text(text)
        , m_limits(limits)
    {
    }

    Result<Value> take() &&
    {
        if (m_error)
            return failure(*std::move(m_error));
        return std::move(m_root);
    }

    bool null() override { return add(Value()); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(std::int64_t value) override { return add(value); }
    bool number_unsigned(std::uint64_t value) override { return add(Number{std::to_string(value)}); }

    bool number_float(long double, const std::string &text) override
    {
        if (!plainNumber(text))
            return refuse(u"The number is beyond what can be stored."_s);
        return add(Number{text});
    }

    bool string(std::string &value) override
    {
        if (containsNul(value))
            return refuse(u"The character U+0000 cannot be stored; remove it."_s);
        return add(std::move(value));
    }

    bool key(std::string &name) override
    {
        Frame &frame = m_frames.back();
        frame.key = std::move(name);
        if (containsNul(frame.key))
            return refuse(u"The character U+0000 cannot stand in a name; remove it."_s);
        if (isKnown(frame))
            return refuse(u"The name is given twice; remove one."_s);
        return true;
    }

    bool start_object(std::size_t) override { return open(Object()); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Array()); }
    bool end_array() override { return close(); }
    bool binary(Lexed::binary_t &) override { return false; }

    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &error) override
    {
        const std::string_view what = error.what();
        if (dynamic_cast<const nlohmann::detail::out_of_range *>(&error))
            return refuse(u"The number is beyond what can be stored."_s);
        if (what.find("surrogate") != std::string_view::npos)
            return refuse(u"It holds half of a surrogate pair; send whole characters."_s);
        const std::string_view before = m_text.substr(0, std::max<std::size_t>(position, 1) - 1);
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        const auto column = before.size() - (before.rfind('\n') + 1) + 1; // npos + 1 is 0
        m_error = Error::make(ErrorCode::BadRequest,
                              u"This is not valid JSON (line %1, column %2)."_s.arg(line).arg(column), reason(what));
        return false;
    }

private:
    static bool isKnown(Frame &frame)
    {
        const Object &object = std::as_const(frame.container).object();
        if (object.size() < smallObject)
            return object.contains(frame.key);
        if (frame.keys.empty()) {
            for (const Member &member : object)
                frame.keys.insert(member.first);
        }
        return !frame.keys.insert(frame.key).second;
    }

    bool open(Value container)
    {
        if (m_frames.size() >= static_cast<std::size_t>(m_limits.depth)) {
            m_error = Error::make(ErrorCode::BadRequest,
                                  u"The JSON is nested deeper than %1 levels."_s.arg(m_limits.depth), path());
            return false;
        }
        m_frames.push_back(Frame{std::move(container), {}, {}});
        return true;
    }

    bool close()
    {
        Value container = std::move(m_frames.back().container);
        m_frames.pop_back();
        return add(std::move(container));
    }

    bool add(Value value)
    {
        if (m_frames.empty())
            m_root = std::move(value);
        else if (Array *array = m_frames.back().container.array())
            array->push_back(std::move(value));
        else
            m_frames.back().container.object()->append(std::move(m_frames.back().key), std::move(value));
        return true;
    }

    bool refuse(QString message)
    {
        m_error = Error::field(path(), std::move(message));
        return false;
    }

    /// Dotted, as FieldError has it; empty for the text as a whole.
    QString path() const
    {
        QStringList steps;
        for (const Frame &frame : m_frames) {
            const bool isArray = frame.container.isArray();
            steps += isArray ? QString::number(frame.container.array().size()) : toText(frame.key);
        }
        steps.replaceInStrings(QString(QChar::Null), u"\\u0000"_s);
        return steps.join(u'.');
    }

    std::string_view m_text;
    ReadLimits m_limits;
    std::vector<Frame> m_frames;
    Value m_root;
    std::optional<Error> m_error;
};

} // namespace

Result<Value> read(std::string_view text, const ReadLimits &limits)
{
    Builder builder(text, limits);
    Lexed::sax_parse(text.begin(), text.end(), &builder);
    return std::move(builder).take();
}

} // namespace tenantry::json
