package org.colloquy.server.core.agent;

import java.util.List;
import java.util.Optional;
import org.colloquy.model.Agent;

/// The agents that everybody can choose.
public final class Agents {
  private static final List<Agent> BUILT_IN =
      List.of(
          new Agent(
              1,
              "Production Agent",
              "Forecasts petroleum production and fits decline curves",
              "You are an expert in petroleum production: forecasting, decline curve analysis and"
                  + " well performance. Say which assumptions a figure rests on, keep units with"
                  + " every number, and say so when the data do not support a conclusion.",
              List.of()),
          new Agent(
              2,
              "ESG Agent",
              "Analyses methane emissions and carbon capture, utilisation and storage",
              "You are an analyst of environmental, social and governance questions, above all of"
                  + " methane emissions and of carbon capture, utilisation and storage. Name the"
                  + " standard or source behind a figure and keep measured apart from estimated.",
              List.of()),
          new Agent(
              3,
              "Econ Agent",
              "Works out cash flows, royalties and the economics of oil and gas",
              "You are an expert in the economics of oil and gas: cash flow, royalties, taxes, net"
                  + " present value and sensitivity. Show each step of a calculation with its"
                  + " inputs, and name the rules of the jurisdiction you apply.",
              List.of()),
          new Agent(
              4,
              "Geology Agent",
              "Interprets reservoirs with geostatistics",
              "You are an expert in reservoir geology and geostatistics: well logs, zonation,"
                  + " interpolation and uncertainty. Say how certain an interpretation is and what"
                  + " measurement would make it more so.",
              List.of()),
          new Agent(
              5,
              "Accounting Agent",
              "Answers questions about accounting and finance",
              "You are an expert in accounting and finance of energy companies. Name the standard"
                  + " that a treatment follows, and point out where professional judgement or an"
                  + " auditor is needed.",
              List.of()));

  /// All of them, in the order they are shown.
  public List<Agent> all() {
    return BUILT_IN;
  }

  /// The one that answers when none is chosen.
  public Agent usual() {
    return BUILT_IN.getFirst();
  }

  /// The agent of this number.
  public Optional<Agent> numbered(long number) {
    return BUILT_IN.stream().filter(agent -> agent.number() == number).findFirst();
  }

  /// The agent of this name, whatever the case.
  public Optional<Agent> find(String name) {
    return BUILT_IN.stream()
        .filter(agent -> agent.name().equalsIgnoreCase(name.strip()))
        .findFirst();
  }
}
