// SPDX-License-Identifier: GPL-3.0-or-later
// What questions cost Live, learned from how long its answers take, and how much may be asked at once.
#pragma once

#include <initializer_list>

namespace clipdeck {

/// The size of a question or of many, in what costs Live time.
struct ReadCost {
    int reads = 0; ///< Objects and properties that the script has to touch in Live's API
    int messages = 0; ///< Datagrams that it has to take apart and to answer

    ReadCost &operator+=(const ReadCost &other)
    {
        reads += other.reads;
        messages += other.messages;
        return *this;
    }
    bool operator==(const ReadCost &) const = default;
};

/// AbletonOSC runs on Live's main thread, so all that it reads for us costs the musician. Two things have a price: a
/// message, and a touch of Live's API. Which of them a group of questions consists of differs much (one `track_data`
/// touches hundreds of properties in one message, getters a few each), so both prices are learned: those that explain best
/// (least squares) the times between the first and the last answer of the last groups that were answered within a tick.
/// Pure: all times are arguments, in milliseconds of Live's main thread.
class TickBudget {
public:
    TickBudget();

    /// A group of this size was answered within `spreadMs`, first answer to last.
    void learn(const ReadCost &size, double spreadMs);
    /// What such a question is believed to cost.
    double msFor(const ReadCost &size) const;
    /// The most reads that the next group may have: a multiple of the largest group that was proven, so that a price
    /// believed too low does not become a hole in the music.
    int mostReads() const;

    double msPerRead() const { return m_perRead; }
    double msPerMessage() const { return m_perMessage; }

    static constexpr int enoughReads = 60; ///< The time that a smaller group takes is mostly noise
    static constexpr int firstReads = 400; ///< Before anything is known
    static constexpr int growth = 12; ///< From one group to the next

private:
    /// Sums over what was seen, the older the less they count.
    struct Seen {
        double readsReads = 0.0;
        double readsMessages = 0.0;
        double messagesMessages = 0.0;
        double readsMs = 0.0;
        double messagesMs = 0.0;

        void fade(double factor)
        {
            for (double *sum :
                {&readsReads, &readsMessages, &messagesMessages, &readsMs, &messagesMs})
                *sum *= factor;
        }
    };

    void add(const ReadCost &size, double ms);
    void fit();
    /// The one thing that a small group tells: that the prices are not far above what it took. Or a price once believed
    /// too high, because we were busy ourselves while answers came, would stay: it allows no group that could teach better.
    void lower(const ReadCost &size, double spreadMs);

    // Between the rig's 0.002 and what Live 12's published 0.25 ms a getter makes of each of its four or five touches.
    double m_perRead = 0.06;
    double m_perMessage = 0.06;
    Seen m_seen;
    int m_proven = firstReads / growth;
};

} // namespace clipdeck
