// Everything works without this file. It only spares waiting: double presses, plainly wrong numbers, the progress of an upload.
const say = (input, text) => {
  const id = `${input.id}-live`
  let line = document.getElementById(id)
  if (!line) {
    line = document.createElement('p')
    line.id = id
    line.className = 'wrong'
    line.setAttribute('role', 'status')
    input.insertAdjacentElement('afterend', line)
  }
  line.textContent = text
  line.hidden = text === ''
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = {
  'resident-id': (v) =>
    /^\d{17}[\dX]$/.test(v) && '10X98765432'[weights.reduce((sum, w, i) => sum + w * v[i], 0) % 11] === v[17] ? '' : '身份证号码不对，请逐位核对。',
  uscc: (v) => (/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(v) ? '' : '统一社会信用代码是 18 位数字和大写字母（没有 I、O、S、V、Z）。'),
  phone: (v) => (/^(1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7})$/.test(v) ? '' : '请填 11 位手机号，或带区号的固定电话。'),
}
for (const input of document.querySelectorAll('[data-check]'))
  input.addEventListener('change', () => {
    const value = input.value.normalize('NFKC').replace(/\s/g, '').toUpperCase()
    say(input, value === '' ? '' : checks[input.dataset.check](value))
  })

for (const form of document.querySelectorAll('form[method=post]'))
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = '1'
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true')
  })
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent
    for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-disabled')
  }
})

for (const form of document.querySelectorAll('form[data-upload]')) {
  const input = form.querySelector('input[type=file]')
  const limit = Number(form.dataset.upload)
  input.addEventListener('change', () => {
    const large = [...input.files].find((file) => file.size > limit)
    say(input, large ? `文件“${large.name}”超过 ${Math.floor(limit / 1048576)} MB，请压缩或分成几份后再上传。` : '')
  })
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented || input.files.length === 0) return
    event.preventDefault()
    const bar = document.createElement('progress')
    bar.max = 100
    bar.setAttribute('aria-label', '上传进度')
    form.append(bar)
    const sending = new XMLHttpRequest()
    sending.open('POST', form.action)
    sending.setRequestHeader('accept', 'text/html')
    sending.upload.onprogress = (part) => {
      bar.value = (part.loaded / part.total) * 100
    }
    sending.onload = () => {
      if (sending.status < 400) {
        // Back to the same material, not to the top of the page.
        if (new URL(sending.responseURL).pathname !== location.pathname) return location.replace(sending.responseURL)
        history.replaceState(null, '', `#${form.closest('section').id}`)
        return location.reload()
      }
      document.open()
      document.write(sending.responseText)
      document.close()
    }
    sending.onerror = () => {
      bar.remove()
      delete form.dataset.sent
      for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-disabled')
      say(input, '网络断了，没有传上去，请再试一次。')
    }
    sending.send(new FormData(form))
  })
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
