// SPDX-License-Identifier: GPL-3.0-or-later
// A label and a value on the ground of a field, shown only.
#pragma once

#include <QWidget>

namespace clipdeck {

class Theme;

class ValueField : public QWidget {
    Q_OBJECT
public:
    ValueField(const QString &label, const Theme &theme, QWidget *parent = nullptr);

    void setValue(const QString &value);
    /// Underlines the value as one that Live has not confirmed yet.
    void setPending(bool pending);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_label;
    const Theme &m_theme;
    QString m_value;
    bool m_pending = false;
};

} // namespace clipdeck
