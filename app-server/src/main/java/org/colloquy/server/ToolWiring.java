package org.colloquy.server;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.server.core.attachment.Attachments;
import org.colloquy.server.core.document.Documents;
import org.colloquy.server.core.memory.Memories;
import org.colloquy.server.core.table.DataTables;
import org.colloquy.server.core.table.Plots;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.core.turn.ToolSource;
import org.colloquy.server.core.turn.Tools;
import org.colloquy.server.tool.calculation.Calculate;
import org.colloquy.server.tool.file.ConversationFiles;
import org.colloquy.server.tool.file.ReadFile;
import org.colloquy.server.tool.memory.CreateMemory;
import org.colloquy.server.tool.memory.RecallMemory;
import org.colloquy.server.tool.table.ListTables;
import org.colloquy.server.tool.table.PlotTable;
import org.colloquy.server.tool.table.QueryTable;
import org.colloquy.server.tool.time.TellTime;

/// Makes the tools that models may call.
final class ToolWiring {
  private ToolWiring() {}

  static Tools wire(
      Memories memories,
      Attachments attachments,
      Documents documents,
      InstantSource clock,
      List<Tool> others,
      ToolSource more) {
    var files = new ConversationFiles(attachments, documents);
    var own =
        Stream.<Tool>of(
            new RecallMemory(memories),
            new CreateMemory(memories),
            new ReadFile(files),
            new Calculate(),
            new TellTime(clock, ZoneId.systemDefault()));
    return new Tools(
        List.of(new ToolSource.BuiltIn(Stream.concat(own, others.stream()).toList()), more));
  }

  /// What asks and draws tables.
  static List<Tool> ofTables(DataTables tables, Plots plots) {
    return List.of(new ListTables(tables), new QueryTable(tables), new PlotTable(plots));
  }
}
