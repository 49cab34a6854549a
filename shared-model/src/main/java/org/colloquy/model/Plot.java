package org.colloquy.model;

import java.time.Instant;

/// A plot that is kept with its data.
///
/// @param number the same plot as an integer, for clients that count
/// @param sql what its data was asked with
public record Plot(
    PlotId id,
    long number,
    ConversationId conversation,
    PlotSpec spec,
    String sql,
    TableRows data,
    Instant madeAt) {}
