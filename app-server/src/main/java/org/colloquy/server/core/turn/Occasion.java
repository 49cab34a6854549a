package org.colloquy.server.core.turn;

import org.colloquy.model.Agent;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.identity.Caller;

/// When a tool is called: for whom, in which conversation, and by which agent.
public record Occasion(Caller caller, ConversationId conversation, Agent agent) {}
