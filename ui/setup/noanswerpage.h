// SPDX-License-Identifier: GPL-3.0-or-later
// The card that stands over the empty grid while nothing answers: what is wrong, and what to do next.
#pragma once

#include "ui/setup/setuptext.h"

#include <QFrame>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace clipdeck {

class StripButton;
class Theme;

class NoAnswerPage : public QFrame {
    Q_OBJECT
public:
    explicit NoAnswerPage(const Theme &theme, QWidget *parent = nullptr);

    void setText(const SetupText &text);

Q_SIGNALS:
    void demoRequested();
    void connectionSettingsRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addStep(int number, const QString &sentence);
    StripButton *addButton(QLayout &row, const QString &name, const QString &sentence);

    const Theme &m_theme;
    SetupText m_text;
    QLabel *m_title = nullptr;
    QLabel *m_sentence = nullptr;
    QWidget *m_steps = nullptr;
    QVBoxLayout *m_stepRows = nullptr;
};

} // namespace clipdeck
