/*
 * The few functions that task pages written for Mechanical Turk expect. Our own writing, same names.
 * The page's address carries assignmentId, hitId, workerId and turkSubmitTo.
 */
(function (global) {
  'use strict';

  /** A parameter of the page's address, decoded; otherwise the given default, or ''. */
  function turkGetParam(name, defaultValue) {
    var found = new URLSearchParams(global.location.search).get(name);
    if (found !== null) return found;
    return defaultValue === undefined ? '' : defaultValue;
  }

  /** Puts the assignment's id into the form, and switches its button off while the task is only a preview. */
  function turkSetAssignmentID(formName) {
    var assignmentId = turkGetParam('assignmentId', '');
    var form = document.getElementById(formName || 'mturk_form') || document.forms[0];
    var field = document.getElementById('assignmentId');
    if (!field && form) {
      field = document.createElement('input');
      field.type = 'hidden';
      field.id = field.name = 'assignmentId';
      form.appendChild(field);
    }
    if (field) field.value = assignmentId;
    var submitTo = turkGetParam('turkSubmitTo', '');
    if (form && submitTo) form.action = submitTo.replace(/\/+$/, '') + '/mturk/externalSubmit';
    if (assignmentId === 'ASSIGNMENT_ID_NOT_AVAILABLE') {
      var button = document.getElementById('submitButton');
      if (button) {
        button.disabled = true;
        button.value = 'You must ACCEPT the task before you can submit the results.';
      }
    }
  }

  global.turkGetParam = turkGetParam;
  global.turkSetAssignmentID = turkSetAssignmentID;
})(window);
