package io.imprimatur.processes;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Where a model's diagram draws what. */
record Picture(BpmnModelInstance model) {
    TreeMap<String, List<Line2D>> lines() {
        var lines = new TreeMap<String, List<Line2D>>();
        for (var edge : model.getModelElementsByType(BpmnEdge.class)) {
            var points = List.copyOf(edge.getWaypoints());
            var segments = new ArrayList<Line2D>();
            for (var i = 1; i < points.size(); i++) {
                segments.add(segment(points.get(i - 1), points.get(i), i == 1, i == points.size() - 1));
            }
            lines.put(edge.getBpmnElement().getId(), segments);
        }
        return lines;
    }

    /** Flows that leave or reach the same element meet there: their ends are cut off. */
    private static Line2D segment(Waypoint from, Waypoint to, boolean first, boolean last) {
        var dx = Math.signum(to.getX() - from.getX());
        var dy = Math.signum(to.getY() - from.getY());
        return new Line2D.Double(
                from.getX() + (first ? dx : 0),
                from.getY() + (first ? dy : 0),
                to.getX() - (last ? dx : 0),
                to.getY() - (last ? dy : 0));
    }

    TreeMap<String, Rectangle2D> labels() {
        var labels = new TreeMap<String, Rectangle2D>();
        for (var shape : model.getModelElementsByType(BpmnShape.class)) {
            put(labels, shape.getBpmnElement().getId(), shape.getBpmnLabel());
        }
        for (var edge : model.getModelElementsByType(BpmnEdge.class)) {
            put(labels, edge.getBpmnElement().getId(), edge.getBpmnLabel());
        }
        return labels;
    }

    private static void put(Map<String, Rectangle2D> labels, String id, BpmnLabel label) {
        if (label != null) {
            labels.put(id, rectangle(label.getBounds()));
        }
    }

    Map<String, Rectangle2D> shapes() {
        var shapes = new TreeMap<String, Rectangle2D>();
        for (var shape : model.getModelElementsByType(BpmnShape.class)) {
            if (!shape.isExpanded()) {
                shapes.put(shape.getBpmnElement().getId(), rectangle(shape.getBounds()));
            }
        }
        return shapes;
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
