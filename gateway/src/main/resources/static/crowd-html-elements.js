/*
 * A minimal stand-in for Amazon's crowd elements, our own writing: crowd-form submits as a plain form, the inputs are plain
 * inputs. Values go under the names the page gives, true/false for a lone checkbox, one name per group of radio buttons.
 */
(function () {
  'use strict';

  function param(name) {
    return new URLSearchParams(window.location.search).get(name) || '';
  }

  function copy(from, to, names) {
    names.forEach(function (name) {
      if (from.hasAttribute(name)) to.setAttribute(name, from.getAttribute(name));
    });
  }

  function hidden(form, name, value) {
    var field = form.querySelector('input[type=hidden][data-crowd="' + name + '"]');
    if (!field) {
      field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      field.setAttribute('data-crowd', name);
      form.appendChild(field);
    }
    field.value = value;
  }

  function define(name, connected) {
    if (customElements.get(name)) return;
    customElements.define(name, class extends HTMLElement {
      connectedCallback() {
        if (this.crowdReady) return;
        this.crowdReady = true;
        // Children exist only after the parser has been here.
        if (document.readyState === 'loading') {
          document.addEventListener('DOMContentLoaded', connected.bind(null, this));
        } else {
          connected(this);
        }
      }
    });
  }

  define('crowd-form', function (element) {
    var form = document.createElement('form');
    form.method = 'post';
    form.action = param('turkSubmitTo').replace(/\/+$/, '') + '/mturk/externalSubmit';
    while (element.firstChild) form.appendChild(element.firstChild);
    element.appendChild(form);
    hidden(form, 'assignmentId', param('assignmentId'));
    if (!form.querySelector('crowd-button, button, input[type=submit]')) {
      var button = document.createElement('button');
      button.type = 'submit';
      button.textContent = 'Submit';
      form.appendChild(button);
    }
    if (param('assignmentId') === 'ASSIGNMENT_ID_NOT_AVAILABLE') {
      form.addEventListener('submit', function (event) { event.preventDefault(); });
    }
  });

  define('crowd-button', function (element) {
    var button = document.createElement('button');
    button.type = element.getAttribute('form-action') === 'submit' ? 'submit' : 'button';
    while (element.firstChild) button.appendChild(element.firstChild);
    element.appendChild(button);
  });

  function labelled(element, field) {
    var label = document.createElement('label');
    if (element.getAttribute('label')) label.append(element.getAttribute('label') + ' ');
    label.appendChild(field);
    element.appendChild(label);
  }

  define('crowd-input', function (element) {
    var field = document.createElement('input');
    copy(element, field, ['name', 'value', 'placeholder', 'required', 'type', 'min', 'max', 'disabled']);
    if (element.hasAttribute('max-length')) field.maxLength = element.getAttribute('max-length');
    labelled(element, field);
  });

  define('crowd-text-area', function (element) {
    var field = document.createElement('textarea');
    copy(element, field, ['name', 'placeholder', 'required', 'rows', 'disabled']);
    if (element.hasAttribute('max-length')) field.maxLength = element.getAttribute('max-length');
    field.value = element.getAttribute('value') || '';
    labelled(element, field);
  });

  define('crowd-checkbox', function (element) {
    var field = document.createElement('input');
    field.type = 'checkbox';
    copy(element, field, ['name', 'required', 'checked', 'disabled']);
    field.value = element.getAttribute('value') || 'true';
    var label = document.createElement('label');
    label.appendChild(field);
    while (element.firstChild) label.appendChild(element.firstChild);
    element.appendChild(label);
  });

  define('crowd-radio-button', function (element) {
    var field = document.createElement('input');
    field.type = 'radio';
    var group = element.closest('crowd-radio-group');
    copy(element, field, ['name', 'required', 'checked', 'disabled']);
    if (group && group.hasAttribute('name')) field.name = group.getAttribute('name');
    field.value = element.getAttribute('value') || element.getAttribute('name') || element.textContent.trim();
    var label = document.createElement('label');
    label.appendChild(field);
    while (element.firstChild) label.appendChild(element.firstChild);
    element.appendChild(label);
  });

  define('crowd-radio-group', function () {});
})();
