package org.colloquy.server.extract.worker;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// XML as files of strangers have to be read: without definitions of its own, and opening nothing.
final class StrictXml {
  private static final String SECRET = "opened";

  private StrictXml() {}

  /// Tries to make XML open a file, in every way that the libraries here read it. The setting that
  /// forbids it is a file that the JDK overlooks in silence when it is not there.
  static boolean isInForce() throws IOException {
    var outside = Path.of("outside").toAbsolutePath();
    Files.writeString(outside, SECRET);
    var attack = "<!DOCTYPE a [<!ENTITY b SYSTEM \"" + outside.toUri() + "\">]><a>&b;</a>";
    try {
      return treeRefuses(attack) && eventsRefuse(attack) && streamRefuses(attack);
    } finally {
      Files.delete(outside);
    }
  }

  private static boolean treeRefuses(String attack) throws IOException {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      builder.parse(new InputSource(new StringReader(attack)));
      return false;
    } catch (SAXException e) {
      return true;
    } catch (ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  private static boolean eventsRefuse(String attack) throws IOException {
    try {
      SAXParserFactory.newInstance()
          .newSAXParser()
          .parse(new InputSource(new StringReader(attack)), new DefaultHandler());
      return false;
    } catch (SAXException e) {
      return true;
    } catch (ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  private static boolean streamRefuses(String attack) {
    try {
      var reader = XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(attack));
      while (reader.hasNext()) {
        reader.next();
      }
      return false;
    } catch (XMLStreamException e) {
      return true;
    }
  }

  /// A reader of what a file holds.
  static XMLStreamReader read(java.io.InputStream content) throws XMLStreamException {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(content);
  }
}
