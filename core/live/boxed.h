// SPDX-License-Identifier: GPL-3.0-or-later
// A value that may be absent and costs only a pointer then.
#pragma once

#include <memory>

namespace clipdeck {

/// As std::optional, with the value on the heap: most slots of a large set hold no clip, and an optional would keep room
/// for one in each. Copies and compares the value.
template <class T> class Boxed {
public:
    Boxed() = default;
    Boxed(T value)
        : m_value(std::make_unique<T>(std::move(value)))
    {
    }
    Boxed(const Boxed &other)
        : m_value(other.m_value ? std::make_unique<T>(*other.m_value) : nullptr)
    {
    }
    Boxed(Boxed &&) noexcept = default;
    Boxed &operator=(const Boxed &other) { return *this = Boxed(other); }
    Boxed &operator=(Boxed &&) noexcept = default;
    ~Boxed() = default;

    bool has_value() const { return m_value != nullptr; }
    explicit operator bool() const { return has_value(); }
    T &operator*() { return *m_value; }
    const T &operator*() const { return *m_value; }
    T *operator->() { return m_value.get(); }
    const T *operator->() const { return m_value.get(); }
    T &emplace() { return *(m_value = std::make_unique<T>()); }
    void reset() { m_value.reset(); }

    bool operator==(const Boxed &other) const
    {
        return m_value && other.m_value ? *m_value == *other.m_value
                                        : has_value() == other.has_value();
    }

private:
    std::unique_ptr<T> m_value;
};

} // namespace clipdeck
